package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.casefile.CaseKey;
import dev.frontline.routing.casefile.Posts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which cases and posts a post has to do with. */
final class Matches {

  private Matches() {}

  /**
   * A post that another repeats.
   *
   * @param rule name for the route
   */
  record Repeated(String mentionId, String rule, String why) {}

  /**
   * What a post is routed for: its brands first, then rivals, topics and campaigns, each name once.
   * A rival named beside our own brand is no opportunity, for the author speaks to us, unless the
   * complaint is about the rival alone.
   */
  static List<Match> toRoute(Mention mention, Classification classification) {
    Map<String, Match> matches = new LinkedHashMap<>();
    for (Match.Kind kind : Match.Kind.values()) {
      boolean beside = kind == Match.Kind.RIVAL && !matches.isEmpty();
      for (Match match : mention.matched()) {
        if (match.kind() == kind
            && (!beside || isAnothersTrouble(match, mention, classification))) {
          // What is listened to for good counts before what is only tried out.
          matches.merge(
              match.name(), match, (one, other) -> one.onTrial() && !other.onTrial() ? other : one);
        }
      }
    }
    return List.copyOf(matches.values());
  }

  private static boolean isAnothersTrouble(
      Match rival, Mention mention, Classification classification) {
    return classification.about().stream().anyMatch(one -> one.name().equals(rival.name()))
        && classification.toward(rival.name()).has(Labels.COMPLAINT)
        && mention.brands().stream()
            .noneMatch(brand -> classification.toward(brand).has(Labels.COMPLAINT));
  }

  /** The post as if nothing of it were tried out: a person wants a case of it. */
  static Mention forGood(Mention mention) {
    return mention.matched().stream().anyMatch(Match::onTrial)
        ? mention.matching(mention.matched().stream().map(m -> m.tried(false)).toList())
        : mention;
  }

  static List<Repeated> repeats(Mention mention, Classification classification) {
    List<Repeated> repeats = new ArrayList<>();
    String original = mention.repostOf();
    if (original != null && !original.equals(mention.id())) {
      repeats.add(
          new Repeated(original, "repost", "It reposts " + original + ", which is here already."));
    }
    String copied = classification.nearCopyOf();
    if (copied != null && !copied.equals(mention.id())) {
      repeats.add(
          new Repeated(
              copied,
              "near copy",
              "It is nearly the same as " + copied + ", which is here already."));
    }
    return repeats;
  }

  /** Posts that one of our own may answer, nearest first. */
  static Set<String> answered(Mention mention) {
    Set<String> ids = new LinkedHashSet<>();
    if (mention.inReplyTo() != null) {
      ids.add(mention.inReplyTo());
    }
    if (mention.threadRoot() != null) {
      ids.add(mention.threadRoot());
    }
    ids.add(mention.conversationId());
    return ids;
  }

  /** All mentions whose outcome must be known to decide on this one. */
  static Set<String> concerned(Mention mention, Classification classification) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(mention.id());
    repeats(mention, classification).forEach(r -> ids.add(r.mentionId()));
    if (mention.own()) {
      ids.addAll(answered(mention));
    }
    return ids;
  }

  /** The matter's case that a post of this moment belongs to, or the next to open. */
  static int generation(Desk desk, CaseKey key, Instant now) {
    int generation = 1;
    Optional<CaseState> state = desk.find(key.caseId(generation));
    while (state.isPresent() && isPast(desk, key, generation, state.get(), now)) {
      generation++;
      state = desk.find(key.caseId(generation));
    }
    return generation;
  }

  private static boolean isPast(
      Desk desk, CaseKey key, int generation, CaseState state, Instant now) {
    return state.status() == CaseStatus.RESOLVED
        && (Posts.isOver(state, now) || desk.find(key.caseId(generation + 1)).isPresent());
  }
}
