package dev.frontline.ingest.erasure;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.ingest.parked.ParkedPosts;
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

/**
 * Reads {@code authors.erased}: what is parked of the author goes, and what they write later is not
 * taken in.
 */
@ApplicationScoped
class Erasing {

  private final ErasedAuthors erased;
  private final ParkedPosts parked;
  private final BatchConsumer<AuthorEvent> consumer;

  @Inject
  Erasing(ErasedAuthors erased, ParkedPosts parked, EventPublisher publisher, Clock clock) {
    this.erased = erased;
    this.parked = parked;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.AUTHORS, this::handle, new DeadLetters(publisher, "ingest", clock));
  }

  @Incoming("erasures")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<AuthorEvent>> handle(List<Received<AuthorEvent>> batch) {
    erased.add(batch.stream().map(Received::event).toList());
    for (Received<AuthorEvent> received : batch) {
      String author = received.event().authorId();
      parked.forget(author.substring(author.indexOf(':') + 1));
    }
    return List.of();
  }
}
