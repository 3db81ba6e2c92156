package dev.frontline.local.bench;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.UnreadableEventException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hands every event of a topic that comes after its making to whoever watches. */
final class TopicFollower<E> implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final EventFamily<E> family;
  private final Consumer<E> watcher;
  private final Thread reader;

  /**
   * @param kafka {@code host:port}
   */
  TopicFollower(String kafka, String topic, EventFamily<E> family, Consumer<E> watcher) {
    this.family = family;
    this.watcher = watcher;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2000),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // seekToEnd is lazy; asking for the position settles it before anything is sent.
    partitions.forEach(consumer::position);
    reader = new Thread(this::read, topic + "-follower");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try {
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          watcher.accept(EventCodec.fromRecord(record, family).event());
        }
      }
    } catch (WakeupException e) {
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("a service published what its own contract cannot read", e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    reader.join(5000);
  }
}
