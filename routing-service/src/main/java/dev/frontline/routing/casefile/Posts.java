package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions about a case's thread. */
public final class Posts {

  /** A new post within this long of a resolution is about the same matter still. */
  public static final Duration SAME_MATTER = Duration.ofDays(7);

  private Posts() {}

  public static Optional<CaseMention> find(CaseState state, String mentionId) {
    return state.mentions().stream().filter(m -> m.mention().id().equals(mentionId)).findFirst();
  }

  /** Whether the post is the one with which the case began. */
  public static boolean isFirst(CaseState state, String mentionId) {
    return state.mentions().get(0).mention().id().equals(mentionId);
  }

  /** Resolved so long ago that a new post begins a new case. */
  public static boolean isOver(CaseState state, Instant now) {
    return state.status() == CaseStatus.RESOLVED
        && state.times().resolvedAt() != null
        && state.times().resolvedAt().plus(SAME_MATTER).isBefore(now);
  }

  /** Nobody has done anything with it yet, so rules may still move it. */
  public static boolean untouched(CaseState state) {
    return state.status() == CaseStatus.QUEUED
        && state.times().takenAt() == null
        && state.replies().isEmpty()
        && state.notes().isEmpty()
        && !state.route().rule().equals("person");
  }

  /** A person looked and said that nobody has to answer it. */
  static boolean isFiledByHand(Classification c) {
    return c.tier().equals("human") && Labels.ROUTING.stream().noneMatch(c::has);
  }

  /** Thanks or applause and nothing else: no reason to bring a case back. */
  public static boolean isThanks(Classification c) {
    return c.has(Labels.PRAISE)
        && List.of(Labels.COMPLAINT, Labels.LEAD, Labels.PR_RISK, Labels.QUESTION, Labels.URGENT)
            .stream()
            .noneMatch(c::has);
  }

  /** The author's posts that still stand. */
  static List<CaseMention> standing(CaseState state) {
    return state.mentions().stream().filter(m -> !m.withdrawn() && !m.mention().own()).toList();
  }
}
