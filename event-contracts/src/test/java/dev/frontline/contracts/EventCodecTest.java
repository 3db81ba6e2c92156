package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.mention.IngestEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventCodecTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final IngestEvent DELETED =
      new IngestEvent.MentionDeleted("demo:1", "demo:1", 3, "webhook", NOON);

  @Test
  void anEventReadsBackAsItWasWritten() throws UnreadableEventException {
    Envelope<IngestEvent> envelope = Envelope.of("demo:1#3", "/frontline/ingest", NOON, DELETED);

    Envelope<IngestEvent> read =
        EventCodec.fromRecord(received(written(envelope)), EventFamily.INGESTED);

    assertThat(read).isEqualTo(envelope);
  }

  @Test
  void anEventOfAnotherTopicIsRefusedByName() {
    ConsumerRecord<String, byte[]> record =
        received(written(Envelope.of("demo:1#3", "/frontline/ingest", NOON, DELETED)));

    assertThatThrownBy(() -> EventCodec.fromRecord(record, EventFamily.CASES))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("mention.deleted.v1");
  }

  @Test
  void aMissingFieldIsNamed() {
    ConsumerRecord<String, byte[]> record =
        received(
            written(Envelope.of("demo:1#3", "/frontline/ingest", NOON, DELETED)), "{}".getBytes());

    assertThatThrownBy(() -> EventCodec.fromRecord(record, EventFamily.INGESTED))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("mentionId");
  }

  private static ProducerRecord<String, byte[]> written(Envelope<IngestEvent> envelope) {
    return EventCodec.toRecord(TopicPlan.INGESTED, "demo:1", EventFamily.INGESTED, envelope);
  }

  private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
    return received(sent, sent.value());
  }

  private static ConsumerRecord<String, byte[]> received(
      ProducerRecord<String, byte[]> sent, byte[] value) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), value);
    sent.headers().forEach(record.headers()::add);
    return record;
  }
}
