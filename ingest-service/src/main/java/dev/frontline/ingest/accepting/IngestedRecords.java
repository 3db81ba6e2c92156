package dev.frontline.ingest.accepting;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.IngestEvent;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How events stand on {@code mentions.ingested}: one id a mention and version. */
public final class IngestedRecords {

  private static final String CE_SOURCE = "/frontline/ingest";

  private IngestedRecords() {}

  /** The event, keyed by its conversation. */
  public static ProducerRecord<String, byte[]> of(IngestEvent event, Instant now) {
    String id = event.mentionId() + "#" + event.networkVersion();
    return EventCodec.toRecord(
        TopicPlan.INGESTED,
        event.conversationId(),
        EventFamily.INGESTED,
        Envelope.in(event.conversationId(), id, CE_SOURCE, now, event));
  }
}
