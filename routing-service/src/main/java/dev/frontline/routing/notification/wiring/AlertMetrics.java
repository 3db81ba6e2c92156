package dev.frontline.routing.notification.wiring;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Sink;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is measured of alerts, by sink: how many this instance delivered, failed to and has to try
 * again, and how many wait, the oldest for how long, as the store has it for all instances.
 */
@ApplicationScoped
class AlertMetrics {

  private final MeterRegistry registry;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Map<String, Double> waiting = new ConcurrentHashMap<>();
  private final Map<String, Double> ages = new ConcurrentHashMap<>();

  @Inject
  AlertMetrics(MeterRegistry registry, Deliveries deliveries, Company company, Clock clock) {
    this.registry = registry;
    this.deliveries = deliveries;
    this.clock = clock;
    for (Sink sink : company.sinks()) {
      for (String outcome : new String[] {"delivered", "failed", "retried"}) {
        registry.counter("frontline.alerts." + outcome, "sink", sink.id());
      }
      waiting.put(sink.id(), 0.0);
      ages.put(sink.id(), 0.0);
      Gauge.builder("frontline.alerts.waiting", waiting, of -> of.getOrDefault(sink.id(), 0.0))
          .tag("sink", sink.id())
          .register(registry);
      Gauge.builder("frontline.alerts.oldest.age", ages, of -> of.getOrDefault(sink.id(), 0.0))
          .baseUnit("seconds")
          .tag("sink", sink.id())
          .register(registry);
    }
  }

  /** A try is noted: it was delivered, failed for good, or is tried again. */
  void noted(String sink, Delivery delivery) {
    String outcome =
        delivery.state() == Delivery.State.SENT
            ? "delivered"
            : delivery.state().ended() ? "failed" : "retried";
    registry.counter("frontline.alerts." + outcome, "sink", sink).increment();
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Instant now = clock.instant();
    for (String sink : waiting.keySet()) {
      waiting.put(sink, (double) deliveries.waiting(sink));
      ages.put(
          sink,
          deliveries
              .oldestWaiting(sink)
              .map(at -> Math.max(0, Duration.between(at, now).toMillis() / 1000.0))
              .orElse(0.0));
    }
  }
}
