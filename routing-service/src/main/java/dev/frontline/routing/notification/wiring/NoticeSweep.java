package dev.frontline.routing.notification.wiring;

import dev.frontline.routing.notification.Attempting;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what missed its digest, and forgets deliveries whose time in the log is over. */
@ApplicationScoped
class NoticeSweep {

  /** Whoever collects for a digest is done within this time, or is dead. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private final Deliveries deliveries;
  private final Clock clock;
  private final Duration kept;

  @Inject
  NoticeSweep(
      Deliveries deliveries,
      Clock clock,
      @ConfigProperty(name = "frontline.notices.kept", defaultValue = "P30D") Duration kept) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.kept = kept;
  }

  /** Every write is guarded, so that instances may do it side by side. */
  @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    for (Delivery collected : deliveries.collectedBefore(now.minus(LATE))) {
      boolean over =
          collected.digest() == null
              || deliveries.find(collected.digest()).filter(d -> !d.state().ended()).isEmpty();
      if (over) {
        deliveries.write(Attempting.alone(collected, now));
      }
    }
    deliveries.purge(now.minus(kept));
  }
}
