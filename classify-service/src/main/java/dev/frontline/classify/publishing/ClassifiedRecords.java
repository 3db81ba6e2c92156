package dev.frontline.classify.publishing;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.classification.ClassifyEvent;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of {@code mentions.classified}. */
public final class ClassifiedRecords {

  /** Who says so, in every event of this service. */
  public static final String SOURCE = "/frontline/classify";

  private ClassifiedRecords() {}

  /** The event's id: the same whenever the same version of the post is handled again. */
  public static String id(ClassifyEvent event) {
    String what = "classified";
    if (event instanceof ClassifyEvent.MentionReclassified again) {
      what = again.cause().name().toLowerCase(Locale.ROOT);
    } else if (event instanceof ClassifyEvent.MentionWithdrawn) {
      what = "withdrawn";
    }
    return event.mentionId() + "#" + event.networkVersion() + "#" + what;
  }

  /** The event under the key of its conversation. */
  public static ProducerRecord<String, byte[]> record(
      String id, Instant time, ClassifyEvent event) {
    return EventCodec.toRecord(
        TopicPlan.CLASSIFIED,
        event.conversationId(),
        EventFamily.CLASSIFIED,
        Envelope.in(event.conversationId(), id, SOURCE, time, event));
  }
}
