package dev.frontline.local.chaos;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the topics say at this moment, read whole. */
final class Books {

  private static final List<String[]> PATH =
      List.of(
          new String[] {TopicPlan.INGESTED, "classify"},
          new String[] {TopicPlan.CLASSIFIED, "routing"});

  private final Map<String, Outcome> routed = new HashMap<>();
  private final Map<String, CaseSlip> cases = new HashMap<>();
  private final Set<String> dead = new HashSet<>();

  private Books() {}

  /**
   * @param kafka {@code host:port}
   */
  static Books read(String kafka) {
    Books books = new Books();
    TopicSnapshot.read(kafka, TopicPlan.ROUTED, books::noteRouted);
    TopicSnapshot.read(kafka, TopicPlan.CASES, books::noteCase);
    for (String[] step : PATH) {
      TopicSnapshot.read(kafka, TopicPlan.deadLetters(step[0], step[1]), books::noteDead);
    }
    return books;
  }

  Map<String, Outcome> routed() {
    return routed;
  }

  Map<String, CaseSlip> cases() {
    return cases;
  }

  Set<String> dead() {
    return dead;
  }

  private void noteRouted(ConsumerRecord<String, byte[]> record) {
    RoutingEvent event = event(record, EventFamily.ROUTED);
    if (event instanceof MentionRouted one) {
      routed.put(one.mentionId(), one.outcome());
    }
  }

  private void noteCase(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      cases.remove(record.key());
      return;
    }
    CaseSlip slip = CaseSlip.of(event(record, EventFamily.CASES).state());
    cases.merge(slip.id(), slip, (old, now) -> now.version() >= old.version() ? now : old);
  }

  private void noteDead(ConsumerRecord<String, byte[]> record) {
    try {
      String id = Json.MAPPER.readTree(record.value()).at("/mention/id").asText("");
      if (!id.isEmpty()) {
        dead.add(id);
      }
    } catch (IOException e) {
      // An undecodable record names no mention: it was never one that ingest accepted.
      dead.add("undecodable:" + record.partition() + ":" + record.offset());
    }
  }

  private static <E> E event(ConsumerRecord<String, byte[]> record, EventFamily<E> family) {
    try {
      return EventCodec.fromRecord(record, family).event();
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("routing published what its own contract cannot read", e);
    }
  }
}
