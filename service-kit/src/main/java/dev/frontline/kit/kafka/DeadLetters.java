package dev.frontline.kit.kafka;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.TopicPlan;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sets records aside that a group cannot handle, as they were, with the reason and where they came
 * from in headers.
 */
public final class DeadLetters {

  /** How the names of all headers begin that say why a record was set aside. */
  public static final String PREFIX = "frontline-dead-";

  public static final String REASON = PREFIX + "reason";
  public static final String TOPIC = PREFIX + "topic";
  public static final String PARTITION = PREFIX + "partition";
  public static final String OFFSET = PREFIX + "offset";
  public static final String GROUP = PREFIX + "group";
  public static final String TIME = PREFIX + "time";

  private static final int LONGEST_REASON = 2_000;

  private final EventPublisher publisher;
  private final String group;
  private final Clock clock;

  public DeadLetters(EventPublisher publisher, String group, Clock clock) {
    this.publisher = publisher;
    this.group = group;
    this.clock = clock;
  }

  /** Of the process that sends them. */
  Stop stop() {
    return publisher.stop();
  }

  /** Returns once the broker has it. */
  public void send(ConsumerRecord<String, byte[]> record, String reason) {
    RecordHeaders headers = new RecordHeaders(record.headers().toArray());
    String shown = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    EventCodec.put(headers, REASON, shown);
    EventCodec.put(headers, TOPIC, record.topic());
    EventCodec.put(headers, PARTITION, String.valueOf(record.partition()));
    EventCodec.put(headers, OFFSET, String.valueOf(record.offset()));
    EventCodec.put(headers, GROUP, group);
    EventCodec.put(headers, TIME, clock.instant().toString());
    try {
      publish(record, record.value(), headers);
    } catch (KafkaException e) {
      if (!(e.getCause() instanceof RecordTooLargeException)) {
        throw e;
      }
      // With its headers it is more than the broker takes: the letter says where it stood.
      EventCodec.put(headers, REASON, "too large to be kept here; " + shown);
      publish(record, null, headers);
    }
  }

  private void publish(
      ConsumerRecord<String, byte[]> record, byte @Nullable [] value, RecordHeaders headers) {
    publisher.publish(
        List.of(
            new ProducerRecord<>(
                TopicPlan.deadLetters(record.topic(), group), null, record.key(), value, headers)));
  }
}
