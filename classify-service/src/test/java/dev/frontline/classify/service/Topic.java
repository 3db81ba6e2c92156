package dev.frontline.classify.service;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.testkit.EmbeddedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as a test sees it. */
public final class Topic implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  public Topic(String name) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", EmbeddedStack.get().kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(name).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  /** Waits until that many records are wanted ones, at most a minute; returns the wanted. */
  public List<ConsumerRecord<String, byte[]>> await(
      int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (seen.stream().filter(wanted).count() < count && System.nanoTime() < deadline) {
      consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
    }
    return seen.stream().filter(wanted).toList();
  }

  /** The same, as events. */
  public <E> List<E> awaitEvents(int count, EventFamily<E> family, Predicate<E> wanted) {
    return await(count, record -> wanted.test(event(record, family))).stream()
        .map(record -> event(record, family))
        .toList();
  }

  private static <E> E event(ConsumerRecord<String, byte[]> record, EventFamily<E> family) {
    try {
      return EventCodec.fromRecord(record, family).event();
    } catch (UnreadableEventException e) {
      throw new AssertionError("the service published what nobody can read", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
