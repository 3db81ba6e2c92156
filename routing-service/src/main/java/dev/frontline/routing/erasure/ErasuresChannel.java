package dev.frontline.routing.erasure;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import dev.frontline.routing.casefile.Withdrawing;
import dev.frontline.routing.command.CaseWriter;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.ErasedAuthors;
import dev.frontline.routing.store.MentionOutcome;
import dev.frontline.routing.store.Outcomes;
import dev.frontline.routing.store.Telling;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code authors.erased}: empties the author's posts and remembers to drop later ones. */
@ApplicationScoped
class ErasuresChannel {

  private final ErasedAuthors erased;
  private final Cases cases;
  private final CaseWriter writer;
  private final Outcomes outcomes;
  private final EarlyAnswers early;
  private final Telling telling;
  private final BatchConsumer<AuthorEvent> consumer;

  @Inject
  ErasuresChannel(
      ErasedAuthors erased,
      Cases cases,
      CaseWriter writer,
      Outcomes outcomes,
      EarlyAnswers early,
      Telling telling,
      EventPublisher publisher,
      Clock clock) {
    this.erased = erased;
    this.cases = cases;
    this.writer = writer;
    this.outcomes = outcomes;
    this.early = early;
    this.telling = telling;
    consumer =
        new BatchConsumer<>(
            EventFamily.AUTHORS, this::erase, new DeadLetters(publisher, "routing", clock));
  }

  @Incoming("erasures")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<AuthorEvent>> erase(List<Received<AuthorEvent>> batch) {
    for (Received<AuthorEvent> received : batch) {
      erase(received.event().authorId(), received.event().at());
    }
    return List.of();
  }

  private void erase(String author, Instant at) {
    erased.add(author, at);
    for (String id : cases.idsOf(author)) {
      writer.change(id, state -> Withdrawing.withdrawAll(state, at));
    }
    List<MentionOutcome> gone = outcomes.of(author).stream().map(known -> gone(known, at)).toList();
    outcomes.write(gone);
    early.gone(gone.stream().map(MentionOutcome::id).toList());
    telling.tell(List.of(), gone);
  }

  private static MentionOutcome gone(MentionOutcome known, Instant at) {
    return known.as(
        Outcome.WITHDRAWN,
        "erased author",
        List.of("Its author is to be forgotten."),
        known.event().networkVersion(),
        at);
  }
}
