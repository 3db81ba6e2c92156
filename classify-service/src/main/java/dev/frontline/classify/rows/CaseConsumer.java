package dev.frontline.classify.rows;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes from {@code cases.events} what ends a case or changes its posts; the rest is passed over
 * unread, for a case has many events and each carries the whole case.
 */
@ApplicationScoped
public class CaseConsumer {

  private static final Set<String> TELLING = Set.of("case.resolved.v1", "case.mention-changed.v1");

  private final BatchConsumer<CaseEvent> consumer;
  private final ConfirmedRows rows;
  private final ErasedAuthors erased;

  @Inject
  CaseConsumer(ConfirmedRows rows, ErasedAuthors erased, EventPublisher publisher, Clock clock) {
    this.rows = rows;
    this.erased = erased;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.CASES, this::learn, new DeadLetters(publisher, "classify", clock));
  }

  @Incoming("cases")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    List<ConsumerRecord<String, byte[]>> telling = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      String type = EventCodec.text(record.headers(), "ce_type");
      if (record.value() != null && type != null && TELLING.contains(type)) {
        telling.add(record);
      }
    }
    consumer.accept(telling);
  }

  private List<Rejection<CaseEvent>> learn(List<Received<CaseEvent>> batch) {
    Map<String, HandledCase.Confirmed> confirmed = new HashMap<>();
    Set<String> gone = new HashSet<>();
    List<Mention> posts = new ArrayList<>();
    for (Received<CaseEvent> received : batch) {
      for (String id : HandledCase.unconfirmed(received.event())) {
        confirmed.remove(id);
        gone.add(id);
      }
      for (HandledCase.Confirmed row : HandledCase.confirmed(received.event())) {
        confirmed.put(row.row().mentionId(), row);
        gone.remove(row.row().mentionId());
      }
      received.event().state().mentions().stream().map(CaseMention::mention).forEach(posts::add);
    }
    erased.among(posts).forEach(confirmed::remove);
    rows.forget(gone);
    rows.put(confirmed.values());
    return List.of();
  }
}
