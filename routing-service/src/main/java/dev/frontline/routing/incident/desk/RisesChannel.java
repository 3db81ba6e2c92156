package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.incident.DetectionEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code incidents.detected}. */
@ApplicationScoped
class RisesChannel {

  private final BatchConsumer<DetectionEvent> consumer;

  @Inject
  RisesChannel(RiseBatch batch, EventPublisher publisher, Clock clock) {
    consumer =
        new BatchConsumer<>(
            EventFamily.DETECTED, batch, new DeadLetters(publisher, "routing", clock));
  }

  @Incoming("rises")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }
}
