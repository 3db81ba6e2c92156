package dev.frontline.classify.erasure;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.correction.HumanLabels;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.mention.MentionKey;
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

/** Takes {@code authors.erased}: what people said of the author's posts goes, the hash stays. */
@ApplicationScoped
public class ErasureConsumer {

  private final BatchConsumer<AuthorEvent> consumer;
  private final ErasedAuthors erased;
  private final HumanLabels human;

  @Inject
  ErasureConsumer(ErasedAuthors erased, HumanLabels human, EventPublisher publisher, Clock clock) {
    this.erased = erased;
    this.human = human;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.AUTHORS, this::erase, new DeadLetters(publisher, "classify", clock));
  }

  @Incoming("erasures")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<AuthorEvent>> erase(List<Received<AuthorEvent>> batch) {
    for (Received<AuthorEvent> received : batch) {
      String hash = MentionKey.hash(received.event().authorId());
      erased.add(hash, received.event().at());
      human.forgetAuthor(hash);
    }
    return List.of();
  }
}
