package dev.frontline.classify.tail;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers without a group: they read what they are put to, and commit nothing. */
public final class Ungrouped {

  private static final int LONGEST_WAIT_MS = 50;
  private static final int MOST_A_POLL = 5_000;

  private Ungrouped() {}

  /** One that begins at a topic's beginning where it is not put elsewhere; the caller closes it. */
  public static KafkaConsumer<String, byte[]> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            LONGEST_WAIT_MS,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            MOST_A_POLL),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
