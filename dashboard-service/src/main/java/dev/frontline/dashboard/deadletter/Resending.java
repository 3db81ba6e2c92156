package dev.frontline.dashboard.deadletter;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.dashboard.readmodel.DeadLetter;
import dev.frontline.dashboard.readmodel.WholeLetter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** How a dead letter becomes a record again: same topic, key and headers. */
final class Resending {

  private static final Map<String, EventFamily<?>> FAMILIES =
      Map.of(
          TopicPlan.INGESTED, EventFamily.INGESTED,
          TopicPlan.CLASSIFIED, EventFamily.CLASSIFIED,
          TopicPlan.ROUTED, EventFamily.ROUTED,
          TopicPlan.CASES, EventFamily.CASES,
          TopicPlan.REPLIES_REQUESTED, EventFamily.REPLIES_REQUESTED,
          TopicPlan.REPLIES_DELIVERED, EventFamily.REPLIES_DELIVERED,
          TopicPlan.LABELS, EventFamily.LABELS,
          TopicPlan.AUTHORS_ERASED, EventFamily.AUTHORS);

  private Resending() {}

  /**
   * @param mended the value to send instead, null for the one it had
   * @throws UnreadableEventException where nobody could read it there, with what is wrong
   */
  static ProducerRecord<String, byte[]> of(WholeLetter whole, @Nullable String mended)
      throws UnreadableEventException {
    DeadLetter letter = whole.letter();
    byte[] value = mended == null ? whole.value() : mended.getBytes(StandardCharsets.UTF_8);
    if (value == null) {
      throw new UnreadableEventException("its value is not kept any more");
    }
    ConsumerRecord<String, byte[]> read =
        new ConsumerRecord<>(letter.topic(), 0, 0, letter.key(), value);
    whole.headers().forEach((name, text) -> EventCodec.put(read.headers(), name, text));
    EventFamily<?> family = FAMILIES.get(letter.topic());
    if (family != null) {
      EventCodec.fromRecord(read, family);
    }
    return new ProducerRecord<>(letter.topic(), null, letter.key(), value, read.headers());
  }
}
