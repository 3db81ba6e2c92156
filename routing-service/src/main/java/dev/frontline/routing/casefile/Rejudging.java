package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.placement.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A post of a case was edited or judged again. */
public final class Rejudging {

  private Rejudging() {}

  /**
   * Re-routes while nobody has touched the case; afterwards adds a line and a suggestion. A
   * person's word on a case in triage always moves or ends it.
   *
   * @param by who caused it: a person's id for {@code human}, else {@code system}
   * @param alone where the post would go by itself now; empty where it would need nobody
   */
  public static Decision rejudge(
      CaseState state,
      Mention mention,
      Classification classification,
      Cause cause,
      String by,
      Optional<Placement> alone,
      Instant now) {
    Optional<CaseMention> known = Posts.find(state, mention.id());
    if (known.isEmpty()
        || known.get().withdrawn()
        || known.get().mention().networkVersion() > mention.networkVersion()
        || humanStands(known.get().classification(), cause)) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    draft.mentions.replaceAll(
        m -> m.mention().id().equals(mention.id()) ? judged(mention, classification) : m);
    String what = cause == Cause.EDIT ? "edited" : "judged";
    draft.line(now, by, what, sentence(cause, by));

    // What was said before anybody listened moves no live case, unless a person says what it is.
    boolean past = mention.history() && !state.quiet() && cause != Cause.HUMAN;
    boolean movable = Posts.untouched(state) || inTriage(state);
    boolean ended = false;
    boolean moved = false;
    if (state.status() == CaseStatus.RESOLVED) {
      moved = revive(state, draft, cause, by, alone, now);
    } else if (past) {
      moved = false;
    } else if (movable && alone.isEmpty()) {
      ended = endWhereNothingElseStands(state, draft, mention, by, now);
    } else if (movable) {
      moved = place(state, draft, alone.get(), by, now);
    } else if (alone.isPresent()) {
      touched(state, draft, alone.get(), now);
    }
    return told(state, draft.next(), mention.id(), what, by, ended, moved, now);
  }

  private static Change told(
      CaseState state,
      CaseState next,
      String mentionId,
      String what,
      String by,
      boolean ended,
      boolean moved,
      Instant now) {
    List<CaseEvent> events = new ArrayList<>();
    List<QueueEvent> queue = new ArrayList<>();
    events.add(new CaseEvent.MentionChanged(next, now, by, mentionId, what));
    if (ended) {
      events.add(new CaseEvent.CaseResolved(next, now, by));
      queue.add(QueueLines.left(next, state.department(), now, "resolved"));
    }
    if (state.status() == CaseStatus.RESOLVED && next.status() != CaseStatus.RESOLVED) {
      events.add(new CaseEvent.CaseReopened(next, now, by));
    }
    events.addAll(Rising.events(state, next, now));
    if (moved) {
      if (state.status() != CaseStatus.RESOLVED) {
        queue.add(QueueLines.left(next, state.department(), now, "rerouted"));
      }
      queue.add(QueueLines.queued(next, now));
    }
    return new Change(next, events, queue, List.of());
  }

  private static boolean place(
      CaseState state, CaseDraft draft, Placement to, String by, Instant now) {
    if (to.department().equals(Company.TRIAGE)) {
      return false;
    }
    if (!to.department().equals(state.department())) {
      draft.handsOff(now);
      draft.status = CaseStatus.QUEUED;
      Rising.move(state, draft, to, now, by);
      return true;
    }
    draft.priority = to.priority();
    draft.route = to.route();
    if (to.due() != null
        && !draft.quiet
        && !state.breached()
        && state.times().firstResponseAt() == null) {
      draft.due(to.due());
    }
    return false;
  }

  private static void touched(CaseState state, CaseDraft draft, Placement to, Instant now) {
    Rising.apply(state, draft, to, now);
    boolean elsewhere = !to.department().equals(state.department());
    if (elsewhere && draft.suggestion == null && !to.department().equals(Company.TRIAGE)) {
      Rising.suggest(draft, to, now);
    }
  }

  /** A case that was filed comes back when a person, or its author, says it is something. */
  private static boolean revive(
      CaseState state,
      CaseDraft draft,
      Cause cause,
      String by,
      Optional<Placement> alone,
      Instant now) {
    boolean said = cause == Cause.HUMAN || cause == Cause.EDIT;
    if (!said || alone.isEmpty() || state.outcome() != Outcome.NO_ANSWER_NEEDED) {
      return false;
    }
    Reviving.revive(state, draft, alone.get(), now, by);
    return true;
  }

  private static boolean endWhereNothingElseStands(
      CaseState state, CaseDraft draft, Mention mention, String by, Instant now) {
    boolean othersWait =
        Posts.standing(state).stream()
            .filter(m -> !m.mention().id().equals(mention.id()))
            .anyMatch(m -> !Posts.isFiledByHand(m.classification()));
    if (othersWait) {
      return false;
    }
    Ending.end(draft, Outcome.NO_ANSWER_NEEDED, now);
    draft.line(now, by, "resolved", "Filed: it needs nobody");
    return true;
  }

  private static CaseMention judged(Mention mention, Classification classification) {
    return new CaseMention(mention, classification, false);
  }

  private static boolean humanStands(Classification known, Cause cause) {
    return known.tier().equals("human") && (cause == Cause.REFINED || cause == Cause.MODEL);
  }

  private static boolean inTriage(CaseState state) {
    return state.department().equals(Company.TRIAGE) && state.status() != CaseStatus.RESOLVED;
  }

  private static String sentence(Cause cause, String by) {
    return switch (cause) {
      case EDIT -> "The author edited the post";
      case HUMAN -> by + " corrected its labels";
      case REFINED, MODEL -> "Judged again (" + cause.name().toLowerCase(Locale.ROOT) + ")";
    };
  }
}
