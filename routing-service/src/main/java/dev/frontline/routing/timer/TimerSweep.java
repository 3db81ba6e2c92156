package dev.frontline.routing.timer;

import com.mongodb.client.MongoDatabase;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Looks every second for timers that are due. */
@ApplicationScoped
class TimerSweep {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Ringing ringing;
  private final Clock clock;

  @Inject
  TimerSweep(Timers timers, @All List<TimerWork> work, Clock clock) {
    this.ringing = new Ringing(timers, work, LEASE);
    this.clock = clock;
  }

  @Produces
  @Singleton
  static Timers timers(MongoDatabase database) {
    Timers timers = new Timers(database);
    timers.createIndexes();
    return timers;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    ringing.ring(clock.instant());
  }
}
