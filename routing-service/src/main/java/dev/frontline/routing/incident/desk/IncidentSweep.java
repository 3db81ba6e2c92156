package dev.frontline.routing.incident.desk;

import dev.frontline.routing.store.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes up for what a crash left untold, and for cases that came after their posts were named. */
@ApplicationScoped
class IncidentSweep {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

  private final IncidentWriter writer;
  private final Attaching attaching;
  private final Leases leases;
  private final Clock clock;

  @Inject
  IncidentSweep(IncidentWriter writer, Attaching attaching, Leases leases, Clock clock) {
    this.writer = writer;
    this.attaching = attaching;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    if (leases.claim("incidents", now, LEASE)) {
      attaching.attachLeftOver();
      writer.tellLeftOver(now.minus(IN_FLIGHT));
    }
  }
}
