package dev.frontline.classify.story;

import dev.frontline.contracts.TopicPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads {@code stories.signatures} whole, from its beginning and in its order, into the index; all
 * partitions by hand, no group, so that every instance reads everything. Whatever goes wrong, it
 * says so and reads on from where it was.
 */
final class StoryReader implements Runnable {

  private static final Logger LOG = Logger.getLogger(StoryReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final StoryIndex index;
  private final Map<Integer, Long> applied = new HashMap<>();
  private volatile boolean running = true;
  private boolean caughtUp;

  StoryReader(Consumer<String, byte[]> consumer, StoryIndex index) {
    this.consumer = consumer;
    this.index = index;
  }

  @Override
  public void run() {
    try (consumer) {
      while (running) {
        try {
          read();
        } catch (WakeupException e) {
          LOG.debug("stories are no longer read");
        } catch (KafkaException e) {
          LOG.warnf("stories wait for the broker fault=%s", e.getMessage());
          pause();
        } catch (RuntimeException e) {
          LOG.error("stories are read again from where they were", e);
          pause();
        }
      }
    }
  }

  private void read() {
    List<TopicPartition> all = assign();
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    while (running) {
      poll();
      if (!caughtUp && ends.entrySet().stream().allMatch(this::isRead)) {
        become(true);
        LOG.infof("stories are read partitions=%d", all.size());
      }
    }
  }

  /** Ends the reading; the thread ends soon after. */
  void stop() {
    running = false;
    consumer.wakeup();
  }

  /** Whether everything that stood on the topic at start has been read. */
  synchronized boolean isCaughtUp() {
    return caughtUp;
  }

  /**
   * Waits until all that is below the offsets has been read.
   *
   * @return false where that takes longer than allowed
   */
  synchronized boolean await(Map<Integer, Long> offsets, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!caughtUp || !hasApplied(offsets)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Asks the index, while nothing is written to it. */
  synchronized <T> T ask(Function<StoryIndex, T> question) {
    return question.apply(index);
  }

  private List<TopicPartition> assign() {
    while (running) {
      List<TopicPartition> all =
          consumer.partitionsFor(TopicPlan.STORIES).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      if (!all.isEmpty()) {
        consumer.assign(all);
        all.forEach(this::seek);
        return all;
      }
      LOG.warnf("stories wait for their topic topic=%s", TopicPlan.STORIES);
      pause();
    }
    return List.of();
  }

  /** To the first record that was not applied: the beginning, but after a fault. */
  private void seek(TopicPartition partition) {
    Long next = applied.get(partition.partition());
    if (next == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, next);
    }
  }

  private void poll() {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    synchronized (this) {
      for (ConsumerRecord<String, byte[]> record : records) {
        StoryTopic.apply(record, index);
        applied.put(record.partition(), record.offset() + 1);
      }
      notifyAll();
    }
  }

  private boolean isRead(Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) >= end.getValue();
  }

  private synchronized void become(boolean up) {
    caughtUp = up;
    notifyAll();
  }

  private boolean hasApplied(Map<Integer, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(e -> applied.getOrDefault(e.getKey(), 0L) >= e.getValue());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
