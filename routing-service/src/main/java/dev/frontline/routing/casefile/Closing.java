package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.routing.placement.Placing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The end of a case, and its taking back. */
final class Closing {

  private Closing() {}

  static Decision resolve(CaseState state, Command.Resolve command, Actor actor, Instant now) {
    if (state.status() == CaseStatus.RESOLVED) {
      return new Refusal.NotNow(state, "It is resolved already", Commands.allowed(state));
    }
    Optional<Outcome> outcome =
        Arrays.stream(Outcome.values()).filter(o -> word(o).equals(command.outcome())).findFirst();
    if (outcome.isEmpty()) {
      return new Refusal.Invalid(
          "outcome",
          "outcome must be one of those allowed",
          Arrays.stream(Outcome.values()).map(Closing::word).toList());
    }
    if (command.note() != null && command.note().length() > Answering.LONGEST_NOTE) {
      return new Refusal.Invalid(
          "note",
          "note has at most " + Answering.LONGEST_NOTE + " characters",
          List.of("up to " + Answering.LONGEST_NOTE + " characters"));
    }
    CaseDraft draft = new CaseDraft(state);
    Ending.end(draft, outcome.get(), now);
    draft.outcomeNote =
        command.note() == null || command.note().isBlank() ? null : command.note().strip();
    if (draft.assignee == null) {
      draft.assignee = actor.user();
    }
    draft.line(now, actor.user(), "resolved", "Resolved: " + word(outcome.get()).replace('_', ' '));
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.CaseResolved(next, now, actor.user()))
        .queue(QueueLines.left(next, state.department(), now, "resolved"));
  }

  static Decision reopen(CaseState state, Actor actor, Placing placing, Instant now) {
    if (state.status() != CaseStatus.RESOLVED) {
      return new Refusal.NotNow(
          state, "Only a resolved case can be reopened", Commands.allowed(state));
    }
    CaseDraft draft = new CaseDraft(state);
    draft.status = CaseStatus.QUEUED;
    draft.outcome = null;
    draft.outcomeNote = null;
    draft.times.resolvedAt = null;
    draft.times.reopenedAt = now;
    draft.due(state.quiet() ? null : placing.firstResponse(state.priority(), now));
    draft.line(now, actor.user(), "reopened", actor.user() + " reopened it");
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.CaseReopened(next, now, actor.user()))
        .queue(QueueLines.queued(next, now));
  }

  /** As JSON says it: the name in small letters. */
  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
