package dev.frontline.kit.kafka;

import com.mongodb.MongoException;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.UnreadableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Decodes a polled batch, hands its events to the work and sets aside the one bad record, never its
 * neighbours. A passing fault of the store or the broker means the whole batch again, for as long
 * as it lasts: nothing is skipped because a neighbour is down. Any other fault, such as a document
 * that the store or a record that the broker will never take, is narrowed down by handling the
 * events one at a time; the one that still fails is the bad one. Once the process is told to stop,
 * a fault says nothing about a record any more: what the work needs is being taken down beside it.
 */
public final class BatchConsumer<E> {

  private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final EventFamily<E> family;
  private final BatchWork<E> work;
  private final DeadLetters deadLetters;
  private final Stop stop;

  public BatchConsumer(EventFamily<E> family, BatchWork<E> work, DeadLetters deadLetters) {
    this.family = family;
    this.work = work;
    this.deadLetters = deadLetters;
    this.stop = deadLetters.stop();
  }

  /**
   * Returns once every record is handled or set aside; its offsets may then be committed.
   *
   * @throws StoppedException where the process was told to stop before that
   */
  public void accept(Iterable<ConsumerRecord<String, byte[]>> records) {
    List<Received<E>> batch = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        batch.add(new Received<>(record, EventCodec.fromRecord(record, family)));
      } catch (UnreadableEventException e) {
        untilItHolds(() -> setAside(record, e.getMessage()));
      }
    }
    if (!batch.isEmpty()) {
      untilItHolds(() -> handle(batch));
    }
  }

  private void handle(List<Received<E>> batch) {
    try {
      rejected(work.handle(batch));
    } catch (RuntimeException e) {
      if (stop.isTold() || !Blame.isOnTheRecord(e)) {
        throw e;
      }
      if (batch.size() == 1) {
        LOG.errorf(
            e,
            "event cannot be handled topic=%s partition=%d offset=%d",
            batch.get(0).record().topic(),
            batch.get(0).record().partition(),
            batch.get(0).record().offset());
        setAside(batch.get(0).record(), e.getClass().getSimpleName() + ": " + e.getMessage());
        return;
      }
      for (Received<E> one : batch) {
        handle(List.of(one));
      }
    }
  }

  private void rejected(List<Rejection<E>> rejections) {
    for (Rejection<E> rejection : rejections) {
      setAside(rejection.received().record(), rejection.reason());
    }
  }

  private void setAside(ConsumerRecord<String, byte[]> record, String reason) {
    LOG.warnf(
        "record set aside topic=%s partition=%d offset=%d",
        record.topic(), record.partition(), record.offset());
    deadLetters.send(record, reason);
  }

  private void untilItHolds(Runnable step) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      if (stop.isTold()) {
        throw new StoppedException();
      }
      try {
        step.run();
        return;
      } catch (RuntimeException e) {
        if (stop.isTold()) {
          throw new StoppedException();
        }
        if (!(e instanceof MongoException) && !(e instanceof KafkaException)) {
          throw e;
        }
        LOG.warnf(
            "batch waits for its neighbours pause_ms=%d fault=%s",
            pause.toMillis(), e.getMessage());
        if (stop.isToldWithin(pause)) {
          throw new StoppedException();
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    }
  }
}
