package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.routing.placement.Placement;
import java.time.Instant;

/** What the clock does to a case that waited too long. */
public final class Overdue {

  private static final String SYSTEM = "system";

  private Overdue() {}

  /** Its deadline passed: said once. */
  public static Decision breach(CaseState state, Instant now) {
    if (state.breached()
        || state.due() == null
        || state.status() == CaseStatus.RESOLVED
        || state.due().at().isAfter(now)) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    draft.breached = true;
    draft.line(now, SYSTEM, "breached", "The deadline passed: " + state.due().why());
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.DeadlineBreached(next, now, SYSTEM, state.due().kind()));
  }

  /** Nobody said what it is: the fallback department answers it as it stands. */
  public static Decision leaveTriage(CaseState state, Placement to, Instant now) {
    if (state.status() == CaseStatus.RESOLVED || to.department().equals(state.department())) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    draft.handsOff(now);
    draft.status = CaseStatus.QUEUED;
    Rising.move(state, draft, to, now, SYSTEM);
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.CaseRerouted(next, now, SYSTEM, state.department()))
        .queue(
            QueueLines.left(next, state.department(), now, "rerouted"),
            QueueLines.queued(next, now));
  }
}
