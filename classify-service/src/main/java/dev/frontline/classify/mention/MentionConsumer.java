package dev.frontline.classify.mention;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.correction.HumanLabels;
import dev.frontline.classify.opinion.OpinionDesk;
import dev.frontline.classify.rising.RisingTerms;
import dev.frontline.classify.story.Stories;
import dev.frontline.classify.tally.Tally;
import dev.frontline.classify.theme.Lexicon;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the batches of {@code mentions.ingested}; offsets are committed once a batch is done. */
@ApplicationScoped
public class MentionConsumer {

  private final BatchConsumer<IngestEvent> consumer;
  private final Counter read;
  private final Pace pace;

  @Inject
  MentionConsumer(
      Judge judge,
      Lexicon lexicon,
      Stories stories,
      ErasedAuthors erased,
      HumanLabels human,
      Tally tally,
      RisingTerms rising,
      OpinionDesk opinions,
      EventPublisher publisher,
      Pace pace,
      Clock clock,
      MeterRegistry meters) {
    this.pace = pace;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.INGESTED,
            new ClassifyWork(
                new Judging(judge, System::nanoTime),
                lexicon,
                stories,
                erased,
                human,
                tally,
                List.of(rising::count, opinions::offer),
                publisher,
                clock),
            new DeadLetters(publisher, "classify", clock));
    this.read = meters.counter("frontline.classify.events");
  }

  @Incoming("mentions")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    pace.polled(records.count());
    consumer.accept(records);
    read.increment(records.count());
  }
}
