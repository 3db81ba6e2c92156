package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
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

/** Keeps the latest state of every case as {@code cases.events} tells it. */
@ApplicationScoped
public class CaseFeed {

  private final BatchConsumer<CaseEvent> consumer;
  private final CaseStore store;

  @Inject
  CaseFeed(CaseStore store, EventPublisher publisher, Clock clock) {
    this.store = store;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.CASES, this::keep, new DeadLetters(publisher, "dashboard", clock));
  }

  /**
   * A record without a value takes the case away, as on every compacted topic. No service publishes
   * one today: a case of an erased author comes as a new state without its words.
   */
  @Incoming("cases")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
    Set<String> erased = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() == null && record.key() != null) {
        erased.add(record.key());
      } else {
        events.add(record);
      }
    }
    consumer.accept(events);
    store.write(List.of(), erased);
  }

  private List<Rejection<CaseEvent>> keep(List<Received<CaseEvent>> batch) {
    Map<String, CaseState> latest = new HashMap<>();
    for (Received<CaseEvent> received : batch) {
      CaseState state = received.event().state();
      latest.merge(state.id(), state, (a, b) -> a.version() > b.version() ? a : b);
    }
    store.write(latest.values(), Set.of());
    return List.of();
  }
}
