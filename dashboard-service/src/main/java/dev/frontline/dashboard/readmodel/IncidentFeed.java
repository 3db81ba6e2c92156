package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the latest state of every incident as {@code incidents.events} tells it. */
@ApplicationScoped
public class IncidentFeed {

  private final BatchConsumer<IncidentEvent> consumer;
  private final IncidentStore store;

  @Inject
  IncidentFeed(IncidentStore store, EventPublisher publisher, Clock clock) {
    this.store = store;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.INCIDENTS, this::keep, new DeadLetters(publisher, "dashboard", clock));
  }

  @Incoming("incidents")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<IncidentEvent>> keep(List<Received<IncidentEvent>> batch) {
    batch.forEach(received -> store.write(received.event().state()));
    return List.of();
  }
}
