package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Forgets the posts of erased authors; their cases go with the tombstones of their topic. */
@ApplicationScoped
public class ErasedFeed {

  private final BatchConsumer<AuthorEvent> consumer;

  @Inject
  ErasedFeed(MentionStore store, EventPublisher publisher, Clock clock) {
    this.consumer =
        new BatchConsumer<>(
            EventFamily.AUTHORS,
            batch -> {
              batch.forEach(received -> store.erase(received.event().authorId()));
              return List.of();
            },
            new DeadLetters(publisher, "dashboard", clock));
  }

  @Incoming("erased")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }
}
