package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.routing.incident.store.Incidents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** How many incidents are open, by where they stand, as the store has it for all instances. */
@ApplicationScoped
class IncidentMetrics {

  private final Incidents incidents;
  private volatile Map<IncidentStatus, Long> open = Map.of();

  @Inject
  IncidentMetrics(Incidents incidents, MeterRegistry registry) {
    this.incidents = incidents;
    Arrays.stream(IncidentStatus.values())
        .filter(status -> !status.ended())
        .forEach(
            status ->
                Gauge.builder("frontline.incidents.open", () -> open.getOrDefault(status, 0L))
                    .tag("state", status.name().toLowerCase(Locale.ROOT))
                    .register(registry));
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    open = incidents.open();
  }
}
