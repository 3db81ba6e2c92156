package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.routing.placement.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case that was filed comes back, because somebody should answer it after all. */
public final class Reviving {

  private Reviving() {}

  /** Whether the case ended as one that needs nobody and holds the post. */
  public static boolean isFiled(CaseState state, String mentionId) {
    return state.status() == CaseStatus.RESOLVED
        && state.outcome() == Outcome.NO_ANSWER_NEEDED
        && Posts.find(state, mentionId).isPresent();
  }

  /**
   * A person makes it a case again, in the department that they name.
   *
   * @param due counted from now: nobody could answer it while it was filed; null where no clock
   *     runs
   * @param by id of the person
   */
  public static Decision byHand(
      CaseState state, Placement to, @Nullable Due due, String by, Instant now) {
    CaseDraft draft = new CaseDraft(state);
    revive(state, draft, to, now, by);
    draft.due(state.quiet() ? null : due);
    CaseState next = draft.next();
    List<CaseEvent> events = new ArrayList<>();
    events.add(new CaseEvent.CaseReopened(next, now, by));
    if (!next.department().equals(state.department())) {
      events.add(new CaseEvent.CaseRerouted(next, now, by, state.department()));
    }
    return new Change(next, events, List.of(QueueLines.queued(next, now)), List.of());
  }

  static void revive(CaseState state, CaseDraft draft, Placement to, Instant now, String by) {
    draft.status = CaseStatus.QUEUED;
    draft.outcome = null;
    draft.outcomeNote = null;
    draft.times.resolvedAt = null;
    draft.times.reopenedAt = now;
    Rising.move(state, draft, to, now, by);
  }
}
