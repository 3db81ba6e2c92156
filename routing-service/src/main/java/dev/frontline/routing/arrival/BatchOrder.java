package dev.frontline.routing.arrival;

import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.MentionWithdrawn;
import dev.frontline.contracts.mention.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which a batch is decided: as it came, but a repost or near-copy after the post that
 * it repeats, where that is in the same batch. The order within a conversation always stays.
 */
final class BatchOrder {

  private BatchOrder() {}

  static List<ClassifyEvent> of(List<ClassifyEvent> events) {
    Map<String, Integer> pending = new HashMap<>();
    for (ClassifyEvent event : events) {
      if (!(event instanceof MentionWithdrawn)) {
        pending.merge(event.mentionId(), 1, Integer::sum);
      }
    }
    if (events.stream().noneMatch(e -> waits(e, pending))) {
      return events;
    }
    List<ClassifyEvent> ordered = new ArrayList<>(events.size());
    List<ClassifyEvent> left = new ArrayList<>(events);
    while (!left.isEmpty()) {
      List<ClassifyEvent> held = pass(left, pending, ordered);
      if (held.size() == left.size()) {
        // They wait for one another: the oldest goes its own way.
        next(held.remove(0), pending, ordered);
      }
      left = held;
    }
    return ordered;
  }

  /** Moves over what need not wait; what stays behind holds its whole conversation back. */
  private static List<ClassifyEvent> pass(
      List<ClassifyEvent> left, Map<String, Integer> pending, List<ClassifyEvent> ordered) {
    List<ClassifyEvent> held = new ArrayList<>();
    Set<String> conversations = new HashSet<>();
    for (ClassifyEvent event : left) {
      if (conversations.contains(event.conversationId()) || waits(event, pending)) {
        conversations.add(event.conversationId());
        held.add(event);
      } else {
        next(event, pending, ordered);
      }
    }
    return held;
  }

  private static void next(
      ClassifyEvent event, Map<String, Integer> pending, List<ClassifyEvent> ordered) {
    ordered.add(event);
    pending.computeIfPresent(event.mentionId(), (id, count) -> count == 1 ? null : count - 1);
  }

  private static boolean waits(ClassifyEvent event, Map<String, Integer> pending) {
    Optional<Mention> mention = ArrivalBatch.mention(event);
    return mention.isPresent()
        && Matches.repeats(mention.get(), ArrivalBatch.classification(event).orElseThrow()).stream()
            .anyMatch(repeated -> pending.containsKey(repeated.mentionId()));
  }
}
