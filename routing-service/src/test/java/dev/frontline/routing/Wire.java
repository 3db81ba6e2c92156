package dev.frontline.routing;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.testkit.EmbeddedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
public final class Wire implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", EmbeddedStack.get().kafka(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Sends what classify would send. */
  public void send(ClassifyEvent event) {
    send(TopicPlan.CLASSIFIED, event.conversationId(), EventFamily.CLASSIFIED, event);
  }

  public <E> void send(String topic, String key, EventFamily<E> family, E event) {
    producer.send(
        EventCodec.toRecord(
            topic,
            key,
            family,
            Envelope.of(UUID.randomUUID().toString(), "/test", Heard.NOON, event)));
  }

  public void sendRaw(String topic, String key, String value) {
    producer.send(new ProducerRecord<>(topic, key, value.getBytes()));
  }

  public void flush() {
    producer.flush();
  }

  /** Everything that stands on the topic and meets the condition, oldest first in a partition. */
  public <E> List<E> read(String topic, EventFamily<E> family, Predicate<E> which) {
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

  public List<ConsumerRecord<String, byte[]>> records(String topic) {
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

  @Override
  public void close() {
    producer.close();
  }
}
