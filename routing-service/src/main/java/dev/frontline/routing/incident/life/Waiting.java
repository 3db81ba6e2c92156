package dev.frontline.routing.incident.life;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.routing.timer.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of an incident when nobody does anything. */
public final class Waiting {

  private static final int MOST_ESCALATIONS = 3;

  private Waiting() {}

  /**
   * Nobody said in time that they saw it: it goes one step up, and the clock runs again.
   *
   * @param within how long each turn is
   */
  public static IncidentDecision unacknowledged(IncidentState state, Duration within, Instant now) {
    boolean open =
        state.status() == IncidentStatus.ALERTED && state.times().acknowledgedAt() == null;
    if (!open || state.due() == null || state.due().at().isAfter(now)) {
      return new IncidentDecision.Same(state);
    }
    IncidentDraft draft = new IncidentDraft(state);
    draft.escalations++;
    boolean again = draft.escalations < MOST_ESCALATIONS;
    Instant next = now.plus(within);
    draft.due =
        again
            ? new Due(
                next,
                "acknowledgement",
                "not acknowledged; once more in " + within.toMinutes() + " min")
            : null;
    draft.line(
        now,
        "system",
        "escalated",
        "Nobody acknowledged it in time; "
            + (draft.escalations == 1
                ? "the social lead is called."
                : "the executives are called."));
    IncidentState after = draft.next();
    List<Timer> timers =
        again
            ? List.of(Clocks.acknowledgement(state.id(), draft.escalations + 1, next))
            : List.of();
    return new IncidentDecision.Changed(
        after,
        List.of(new IncidentEvent.IncidentChanged(after, now, "system", "escalated")),
        timers);
  }

  /** A chance that nobody used has passed. */
  public static IncidentDecision expired(IncidentState state, Instant now) {
    if (state.kind() != IncidentKind.OPPORTUNITY || state.status().ended()) {
      return new IncidentDecision.Same(state);
    }
    IncidentDraft draft = new IncidentDraft(state);
    draft.status = IncidentStatus.CLOSED;
    draft.endedAt = now;
    draft.line(now, "system", "expired", "The chance has passed.");
    IncidentState after = draft.next();
    return new IncidentDecision.Changed(
        after, List.of(new IncidentEvent.IncidentClosed(after, now, "system")), List.of());
  }

  /** Cases of its posts were found. */
  public static IncidentDecision attach(IncidentState state, List<String> caseIds, Instant now) {
    IncidentDraft draft = new IncidentDraft(state);
    if (!draft.caseIds.addAll(caseIds) || state.status().ended()) {
      return new IncidentDecision.Same(state);
    }
    int more = draft.caseIds.size() - state.caseIds().size();
    if (state.caseIds().isEmpty()) {
      draft.line(now, "system", "cases", more + (more == 1 ? " case" : " cases") + " attached.");
    }
    IncidentState after = draft.next();
    return new IncidentDecision.Changed(
        after,
        List.of(new IncidentEvent.IncidentChanged(after, now, "system", "cases")),
        List.of());
  }
}
