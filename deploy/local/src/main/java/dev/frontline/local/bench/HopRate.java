package dev.frontline.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The ceiling: a bare consume → produce loop on the same broker, committing after each poll. */
final class HopRate {

  private static final int RECORD_BYTES = 500;

  private HopRate() {}

  /**
   * @param from a topic made for this measurement, emptied by nobody
   * @param to where the copies go
   * @return records a second
   */
  static double measure(String kafka, String from, String to, int records) {
    Map<String, Object> sending =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.BATCH_SIZE_CONFIG,
            65_536);
    Map<String, Object> receiving =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ConsumerConfig.GROUP_ID_CONFIG,
            from,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(sending, new StringSerializer(), new ByteArraySerializer());
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(receiving, new StringDeserializer(), new ByteArrayDeserializer())) {
      byte[] value = new byte[RECORD_BYTES];
      new Random(1).nextBytes(value);
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(from, String.valueOf(i), value));
      }
      producer.flush();
      consumer.subscribe(List.of(from));
      int copied = copy(consumer.poll(Duration.ofSeconds(20)), producer, to);
      consumer.commitSync();
      long start = System.nanoTime();
      int counted = 0;
      while (copied < records) {
        int some = copy(consumer.poll(Duration.ofSeconds(5)), producer, to);
        producer.flush();
        consumer.commitSync();
        copied += some;
        counted += some;
      }
      return counted / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static int copy(
      ConsumerRecords<String, byte[]> records, KafkaProducer<String, byte[]> producer, String to) {
    for (ConsumerRecord<String, byte[]> record : records) {
      producer.send(new ProducerRecord<>(to, record.key(), record.value()));
    }
    return records.count();
  }
}
