package dev.frontline.ingest;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.testkit.EmbeddedStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services' end of the topics. */
final class Wire {

  private Wire() {}

  /** What was published of a mention, in order. */
  static List<IngestEvent> heardOf(String mentionId) {
    return read(
        TopicPlan.INGESTED, EventFamily.INGESTED, event -> event.mentionId().equals(mentionId));
  }

  /** Everything that stands on the topic and meets the condition, in order within a partition. */
  static <E> List<E> read(String topic, EventFamily<E> family, Predicate<E> which) {
    List<E> events = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records(topic)) {
      try {
        E event = EventCodec.fromRecord(record, family).event();
        if (which.test(event)) {
          events.add(event);
        }
      } catch (UnreadableEventException e) {
        throw new AssertionError(e);
      }
    }
    return events;
  }

  static List<ConsumerRecord<String, byte[]>> records(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", EmbeddedStack.get().kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  /** Sends as another service would and waits for the broker. */
  static <E> void send(String topic, String key, EventFamily<E> family, String id, E event) {
    sendRaw(
        EventCodec.toRecord(
            topic, key, family, Envelope.of(id, "/frontline/test", Instant.now(), event)));
  }

  static void sendRaw(ProducerRecord<String, byte[]> record) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", EmbeddedStack.get().kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record);
      producer.flush();
    }
  }
}
