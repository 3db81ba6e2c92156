package dev.frontline.routing.sweep;

import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.Leases;
import dev.frontline.routing.store.Telling;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells what a crash or a broker that was away left untold: at start and every 30 seconds. */
@ApplicationScoped
class OutboxSweep {

  private static final Duration LEASE = Duration.ofSeconds(60);

  /** Whoever wrote it tells it within this time, or is dead. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

  private static final int AT_A_TIME = 200;

  private final Cases cases;
  private final Telling telling;
  private final Leases leases;
  private final Clock clock;

  @Inject
  OutboxSweep(Cases cases, Telling telling, Leases leases, Clock clock) {
    this.cases = cases;
    this.telling = telling;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    if (!leases.claim("outbox", now, LEASE)) {
      return;
    }
    List<CaseDocument> untold = cases.untold(now.minus(IN_FLIGHT), AT_A_TIME);
    while (!untold.isEmpty()) {
      telling.tell(untold, List.of());
      untold =
          untold.size() < AT_A_TIME ? List.of() : cases.untold(now.minus(IN_FLIGHT), AT_A_TIME);
    }
  }
}
