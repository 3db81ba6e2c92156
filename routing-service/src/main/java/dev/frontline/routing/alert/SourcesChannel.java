package dev.frontline.routing.alert;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.routing.notification.Notices;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code sources.events}. */
@ApplicationScoped
class SourcesChannel {

  private final BatchConsumer<SourceEvent> consumer;

  @Inject
  SourcesChannel(Company company, Notices notices, EventPublisher publisher, Clock clock) {
    consumer =
        new BatchConsumer<>(
            EventFamily.SOURCES,
            new SourceAlerts(company, notices, clock),
            new DeadLetters(publisher, "routing", clock));
  }

  @Incoming("sources")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }
}
