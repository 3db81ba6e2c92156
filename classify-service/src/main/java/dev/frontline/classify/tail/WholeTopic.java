package dev.frontline.classify.tail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads a topic whole, from its beginning and in its order, and applies each record; all partitions
 * by hand, no group, so that every instance reads everything. Whatever goes wrong, it says so and
 * reads on from where it was.
 */
public final class WholeTopic implements Runnable {

  private static final Logger LOG = Logger.getLogger(WholeTopic.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> apply;
  private final Map<Integer, Long> applied = new HashMap<>();
  private volatile boolean running = true;
  private boolean caughtUp;

  /**
   * @param apply what a record changes; it runs alone, and again where it fails
   */
  public WholeTopic(
      Consumer<String, byte[]> consumer,
      String topic,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> apply) {
    this.consumer = consumer;
    this.topic = topic;
    this.apply = apply;
  }

  @Override
  public void run() {
    try (consumer) {
      while (running) {
        try {
          read();
        } catch (WakeupException e) {
          LOG.debugf("no longer read topic=%s", topic);
        } catch (KafkaException e) {
          LOG.warnf("topic waits for the broker topic=%s fault=%s", topic, e.getMessage());
          pause();
        } catch (RuntimeException e) {
          LOG.errorf(e, "read again from where it was topic=%s", topic);
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
        LOG.infof("topic is read topic=%s partitions=%d", topic, all.size());
      }
    }
  }

  /** Ends the reading; the thread ends soon after, and nobody waits for it any more. */
  public void stop() {
    running = false;
    consumer.wakeup();
    synchronized (this) {
      notifyAll();
    }
  }

  /** Whether everything that stood on the topic at start has been read. */
  public synchronized boolean isCaughtUp() {
    return caughtUp;
  }

  /**
   * Waits until all that is below the offsets has been read.
   *
   * @return false where that takes longer than allowed
   * @throws KafkaException where the topic is read no longer
   */
  public synchronized boolean await(Map<Integer, Long> offsets, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!caughtUp || !hasApplied(offsets)) {
      if (!running) {
        throw new KafkaException("no longer read: " + topic);
      }
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

  /** Asks while no record is applied. */
  public synchronized <T> T ask(Supplier<T> question) {
    return question.get();
  }

  private List<TopicPartition> assign() {
    while (running) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      if (!all.isEmpty()) {
        consumer.assign(all);
        all.forEach(this::seek);
        return all;
      }
      LOG.warnf("topic is not there yet topic=%s", topic);
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
        apply.accept(record);
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
