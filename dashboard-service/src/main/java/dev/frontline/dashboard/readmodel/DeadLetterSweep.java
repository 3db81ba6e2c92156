package dev.frontline.dashboard.readmodel;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Lets no dead letter keep people's words for longer than parked posts do. */
@ApplicationScoped
class DeadLetterSweep {

  private static final Duration WORDS_KEPT = Duration.ofDays(30);

  private final DeadLetterStore letters;
  private final Clock clock;

  @Inject
  DeadLetterSweep(DeadLetterStore letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    letters.forgetWords(clock.instant().minus(WORDS_KEPT));
  }
}
