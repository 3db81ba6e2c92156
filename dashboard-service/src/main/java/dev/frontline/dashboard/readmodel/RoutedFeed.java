package dev.frontline.dashboard.readmodel;

import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bson.Document;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps where every mention ended as {@code mentions.routed} tells it. */
@ApplicationScoped
public class RoutedFeed {

  private final BatchConsumer<RoutingEvent> consumer;
  private final MentionStore store;

  @Inject
  RoutedFeed(MentionStore store, EventPublisher publisher, Clock clock) {
    this.store = store;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.ROUTED, this::keep, new DeadLetters(publisher, "dashboard", clock));
  }

  @Incoming("routed")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<RoutingEvent>> keep(List<Received<RoutingEvent>> batch) {
    Map<String, WriteModel<Document>> last = new LinkedHashMap<>();
    for (Received<RoutingEvent> received : batch) {
      if (received.event() instanceof MentionRouted routed) {
        last.put(routed.mentionId(), MentionDocuments.routed(routed));
      }
    }
    store.write(List.copyOf(last.values()));
    return List.of();
  }
}
