package dev.frontline.routing.sweep;

import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets once a day the answers of our own accounts whose post was never heard. */
@ApplicationScoped
class EarlyAnswersSweep {

  /** As far back as a brand's past is read. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Duration LEASE = Duration.ofSeconds(60);

  private final EarlyAnswers early;
  private final Leases leases;
  private final Clock clock;

  @Inject
  EarlyAnswersSweep(EarlyAnswers early, Leases leases, Clock clock) {
    this.early = early;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(
      every = "24h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    if (leases.claim("early-answers", now, LEASE)) {
      early.forget(now.minus(KEPT));
    }
  }
}
