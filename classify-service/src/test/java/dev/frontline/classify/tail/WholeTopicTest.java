package dev.frontline.classify.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.frontline.contracts.TopicPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WholeTopicTest {

  private static final TopicPartition ONLY = new TopicPartition(TopicPlan.STORIES, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicInteger refusals = new AtomicInteger();
  private final MockConsumer<String, byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(
            Collection<TopicPartition> partitions) {
          if (refusals.getAndDecrement() > 0) {
            throw new TimeoutException("no broker");
          }
          return super.endOffsets(partitions);
        }
      };
  private final List<Long> applied = new CopyOnWriteArrayList<>();
  private final WholeTopic reader =
      new WholeTopic(consumer, TopicPlan.STORIES, record -> applied.add(record.offset()));
  private final Thread thread = new Thread(reader, "whole-topic-test");

  @BeforeEach
  void aTopicOfOnePartition() {
    Node node = new Node(1, "localhost", 1);
    consumer.updatePartitions(
        TopicPlan.STORIES,
        List.of(
            new PartitionInfo(TopicPlan.STORIES, 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(ONLY, 0L));
    consumer.updateEndOffsets(Map.of(ONLY, 0L));
  }

  @AfterEach
  void stop() throws InterruptedException {
    reader.stop();
    thread.join(5_000);
  }

  @Test
  void aBrokerThatDoesNotTellTheEndIsAskedAgain() {
    refusals.set(1);

    thread.start();

    await().atMost(PATIENCE).until(reader::isCaughtUp);
  }

  @Test
  void nobodyWaitsForATopicThatIsReadNoLonger() {
    thread.start();
    await().atMost(PATIENCE).until(reader::isCaughtUp);

    reader.stop();

    assertThatThrownBy(() -> reader.await(Map.of(0, 5L), Duration.ofMinutes(1)))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining(TopicPlan.STORIES);
  }

  @Test
  void aFaultWhileReadingIsPassedAndTheReadingGoesOnWhereItWas() {
    thread.start();
    await().atMost(PATIENCE).until(reader::isCaughtUp);
    consumer.setPollException(new KafkaException("metadata is broken"));
    consumer.schedulePollTask(
        () -> {
          throw new NullPointerException("nobody foresaw this");
        });

    await().atMost(PATIENCE).until(() -> consumer.assignment().equals(Set.of(ONLY)));
    consumer.schedulePollTask(() -> consumer.addRecord(record(0, "null")));

    assertThat(reader.await(Map.of(0, 1L), PATIENCE)).isTrue();
    assertThat(applied).containsExactly(0L);
    assertThat(thread.isAlive()).isTrue();
  }

  private static ConsumerRecord<String, byte[]> record(long offset, String json) {
    return new ConsumerRecord<>(
        TopicPlan.STORIES, 0, offset, "demo:1", json.getBytes(StandardCharsets.UTF_8));
  }
}
