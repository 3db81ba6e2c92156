package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.author.AuthorEvent;
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
 * Forgets the posts of erased authors and remembers, as hashes, whose later ones not to keep. Their
 * cases stay: routing empties the posts in them and tells the new states on {@code cases.events}.
 */
@ApplicationScoped
public class ErasedFeed {

  private final BatchConsumer<AuthorEvent> consumer;
  private final ErasedAuthors erased;
  private final MentionStore store;
  private final DeadLetterStore letters;

  @Inject
  ErasedFeed(
      ErasedAuthors erased,
      MentionStore store,
      DeadLetterStore letters,
      EventPublisher publisher,
      Clock clock) {
    this.erased = erased;
    this.store = store;
    this.letters = letters;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.AUTHORS, this::erase, new DeadLetters(publisher, "dashboard", clock));
  }

  @Incoming("erased")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  /** Remembers first, so that a poll that begins between the two keeps nothing either. */
  private List<Rejection<AuthorEvent>> erase(List<Received<AuthorEvent>> batch) {
    for (Received<AuthorEvent> received : batch) {
      AuthorEvent event = received.event();
      erased.add(event.authorId(), event.at());
      store.erase(event.authorId());
      letters.forgetAuthor(event.authorId());
    }
    return List.of();
  }
}
