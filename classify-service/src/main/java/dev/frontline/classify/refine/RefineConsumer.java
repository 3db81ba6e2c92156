package dev.frontline.classify.refine;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.correction.HumanLabels;
import dev.frontline.classify.mention.Judge;
import dev.frontline.classify.mention.Pace;
import dev.frontline.classify.theme.Lexicon;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads this service's own judgements for those that were shed, in a group of its own. */
@ApplicationScoped
public class RefineConsumer {

  /** The group, and what its dead letters are called after. */
  static final String GROUP = "classify-refine";

  private static final Duration PAUSE = Duration.ofMillis(200);

  /**
   * It rests this many times as long as it worked, so that it takes a quarter of a core at most.
   */
  private static final int REST = 3;

  /** What is more since the last post was idle time, not work. */
  private static final long LONGEST_WORK = 30_000_000;

  private final BatchConsumer<ClassifyEvent> consumer;
  private final Pace pace;
  private final Counter refined;
  private long lastBegun = System.nanoTime();

  @Inject
  RefineConsumer(
      Judge judge,
      Lexicon lexicon,
      HumanLabels human,
      ErasedAuthors erased,
      EventPublisher publisher,
      Pace pace,
      Clock clock,
      MeterRegistry meters) {
    this.pace = pace;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.CLASSIFIED,
            new RefineWork(judge, lexicon, human, erased, publisher, this::letOthersPass),
            new DeadLetters(publisher, GROUP, clock));
    this.refined = meters.counter("frontline.classify.refined");
  }

  @Incoming("shed")
  @Blocking("refine")
  void consume(ConsumerRecords<String, byte[]> records) {
    List<ConsumerRecord<String, byte[]>> shed = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null && ShedMark.isIn(record.value())) {
        shed.add(record);
      }
    }
    consumer.accept(shed);
    refined.increment(shed.size());
  }

  /** Called before each post by the one thread that refines. */
  private void letOthersPass() {
    LockSupport.parkNanos(REST * Math.min(LONGEST_WORK, System.nanoTime() - lastBegun));
    waitWhileBusy();
    lastBegun = System.nanoTime();
  }

  private void waitWhileBusy() {
    while (pace.isBusy() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
