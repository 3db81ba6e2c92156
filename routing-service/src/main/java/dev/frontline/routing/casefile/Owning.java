package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseNote;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.placement.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose a case is. */
final class Owning {

  private Owning() {}

  static Decision take(CaseState state, Actor actor, Instant now) {
    if (state.status() == CaseStatus.RESOLVED) {
      return new Refusal.NotNow(
          state, "A resolved case cannot be taken; reopen it first", Commands.allowed(state));
    }
    if (state.status() == CaseStatus.TAKEN) {
      return actor.user().equals(state.assignee())
          ? new Decision.Unchanged(state)
          : new Refusal.NotNow(
              state,
              state.assignee() + " works on it; it can be assigned to somebody else",
              Commands.allowed(state));
    }
    CaseDraft draft = new CaseDraft(state);
    draft.assignee = actor.user();
    draft.status = CaseStatus.TAKEN;
    draft.times.taken(now);
    draft.line(now, actor.user(), "taken", actor.user() + " took it");
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.CaseTaken(next, now, actor.user()))
        .queue(QueueLines.taken(next, now, actor.user()));
  }

  static Decision assign(
      CaseState state, Company company, @Nullable String user, Actor actor, Instant now) {
    if (state.status() == CaseStatus.RESOLVED) {
      return new Refusal.NotNow(
          state, "A resolved case cannot be assigned; reopen it first", Commands.allowed(state));
    }
    List<String> members =
        company.people().stream()
            .filter(p -> memberOf(p, state.department()))
            .map(Company.Person::id)
            .toList();
    if (user == null || !members.contains(user)) {
      return new Refusal.Invalid(
          "user", "user must be somebody who answers for " + state.department(), members);
    }
    if (user.equals(state.assignee())) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    draft.handsOff(now);
    draft.assignee = user;
    draft.status = state.status() == CaseStatus.TAKEN ? CaseStatus.QUEUED : state.status();
    draft.times.assigned(now);
    draft.line(now, actor.user(), "assigned", "Assigned to " + user);
    CaseState next = draft.next();
    Change change =
        Change.of(next, new CaseEvent.CaseAssigned(next, now, actor.user(), state.assignee()));
    // Who took it has it no more: outside desks see it wait again, for the new person.
    return state.status() == CaseStatus.TAKEN ? change.queue(QueueLines.queued(next, now)) : change;
  }

  static Decision transfer(
      CaseState state, Placement to, Command.Transfer command, Actor actor, Instant now) {
    CaseDraft draft = new CaseDraft(state);
    draft.handsOff(now);
    draft.status = CaseStatus.QUEUED;
    draft.department = to.department();
    draft.priority = to.priority();
    draft.assignee = to.assignee();
    draft.route = to.route();
    draft.suggestion = null;
    boolean clock = state.due() != null || (isTriage(to.department()) && !state.quiet());
    if (clock && !Objects.equals(state.due(), to.due())) {
      draft.due(to.due());
    }
    if (to.assignee() != null) {
      draft.times.assigned(now);
    }
    draft.line(
        now,
        actor.user(),
        "transferred",
        "Transferred from " + state.department() + " to " + to.department());
    if (command.note() != null && !command.note().isBlank()) {
      draft.notes.add(new CaseNote(actor.user(), now, command.note().strip()));
    }
    CaseState next = draft.next();
    return Change.of(
            next, new CaseEvent.CaseTransferred(next, now, actor.user(), state.department()))
        .queue(
            QueueLines.left(next, state.department(), now, "transferred"),
            QueueLines.queued(next, now));
  }

  private static boolean memberOf(Company.Person person, String department) {
    return person.departments().contains(department)
        || (isTriage(department) && person.roles().contains("social-lead"));
  }

  private static boolean isTriage(String department) {
    return department.equals(Company.TRIAGE);
  }
}
