package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionWithdrawn;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.MentionOutcome;
import dev.frontline.routing.store.Outcomes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows a batch for answers by our own accounts: those whose post has no case are kept for
 * it. The two may be worked on by two instances at once, so whoever stored looks afterwards what
 * the other one stored: one of them sees both.
 */
final class EarlyAnswering {

  private final EarlyAnswers early;
  private final Outcomes outcomes;
  private final DeskRounds rounds;
  private final Deciding deciding;
  private final Clock clock;

  EarlyAnswering(
      EarlyAnswers early, Outcomes outcomes, DeskRounds rounds, Deciding deciding, Clock clock) {
    this.early = early;
    this.outcomes = outcomes;
    this.rounds = rounds;
    this.deciding = deciding;
    this.clock = clock;
  }

  /** The batch is decided and stored. */
  void after(List<ClassifyEvent> batch) {
    early.gone(
        batch.stream()
            .filter(MentionWithdrawn.class::isInstance)
            .map(ClassifyEvent::mentionId)
            .toList());
    Set<String> posts = new HashSet<>();
    Map<String, MentionClassified> ours = new HashMap<>();
    for (ClassifyEvent event : batch) {
      Optional<Mention> mention = ArrivalBatch.mention(event);
      if (mention.isPresent() && !mention.get().own()) {
        posts.add(event.mentionId());
      } else if (mention.isPresent() && mention.get().inReplyTo() != null) {
        ours.put(
            event.mentionId(),
            new MentionClassified(mention.get(), ArrivalBatch.classification(event).orElseThrow()));
      } else if (event instanceof MentionWithdrawn) {
        // Said and taken back in one batch.
        ours.remove(event.mentionId());
      }
    }
    Set<MentionClassified> here = keep(ours, posts);
    settle(early.below(posts), here);
  }

  /**
   * Keeps those whose post has no case.
   *
   * @param posts takes the posts for which one is kept
   * @return those whose post has one
   */
  private Set<MentionClassified> keep(Map<String, MentionClassified> ours, Set<String> posts) {
    Set<String> concerned = new HashSet<>(ours.keySet());
    ours.values().forEach(answer -> concerned.add(answer.mention().inReplyTo()));
    Map<String, MentionOutcome> known = outcomes.read(concerned);
    List<MentionClassified> waiting = new ArrayList<>();
    Set<MentionClassified> here = new HashSet<>();
    for (MentionClassified answer : ours.values()) {
      MentionOutcome post = known.get(answer.mention().inReplyTo());
      MentionOutcome itself = known.get(answer.mentionId());
      if (itself == null || itself.outcome() == Outcome.WITHDRAWN) {
        continue;
      }
      if (!hasCase(post)) {
        waiting.add(answer);
        posts.add(answer.mention().inReplyTo());
      } else {
        // It may have come between: asked twice, the same answer changes nothing.
        here.add(answer);
      }
    }
    early.keep(waiting, clock.instant());
    return here;
  }

  private void settle(Map<String, List<MentionClassified>> below, Set<MentionClassified> known) {
    Map<String, MentionOutcome> posts = outcomes.read(below.keySet());
    Map<String, List<MentionClassified>> here = new HashMap<>(below);
    here.keySet().removeIf(post -> !hasCase(posts.get(post)));
    Set<ClassifyEvent> answers = new LinkedHashSet<>(known);
    here.values().forEach(answers::addAll);
    rounds.run(
        List.copyOf(answers), (desk, event) -> deciding.ownAgain(desk, (MentionClassified) event));
    early.settled(here);
  }

  private static boolean hasCase(@Nullable MentionOutcome post) {
    return post != null && !post.event().caseIds().isEmpty();
  }
}
