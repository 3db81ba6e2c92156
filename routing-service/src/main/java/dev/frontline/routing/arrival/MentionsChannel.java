package dev.frontline.routing.arrival;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code mentions.classified} in batches. */
@ApplicationScoped
class MentionsChannel {

  private final BatchConsumer<ClassifyEvent> consumer;

  @Inject
  MentionsChannel(ArrivalBatch batch, EventPublisher publisher, Clock clock) {
    consumer =
        new BatchConsumer<>(
            EventFamily.CLASSIFIED, batch, new DeadLetters(publisher, "routing", clock));
  }

  @Incoming("mentions")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }
}
