package dev.frontline.routing.incident.count;

import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.incident.CountEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code incidents.counts}, and forgets what is too old. */
@ApplicationScoped
class CountsChannel {

  private final BatchConsumer<CountEvent> consumer;
  private final Counts counts;
  private final Clock clock;

  @Inject
  CountsChannel(
      Counts counts, @All List<CountHearing> hearers, EventPublisher publisher, Clock clock) {
    this.counts = counts;
    this.clock = clock;
    consumer =
        new BatchConsumer<>(
            EventFamily.COUNTS,
            new CountBatch(counts, hearers),
            new DeadLetters(publisher, "routing", clock));
  }

  @Produces
  @Singleton
  static Counts counts(MongoDatabase database) {
    return new Counts(database);
  }

  @Incoming("counts")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  @Scheduled(
      every = "6h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    counts.purge(Math.floorDiv(clock.instant().getEpochSecond(), 3600L) - Counts.KEPT);
  }
}
