package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.policy.Assignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case that waits and that nobody owns, or whose owner went home before taking it. */
public final class Proposing {

  private static final String SYSTEM = "system";

  private Proposing() {}

  /**
   * Whether somebody else may be proposed. Whom a person named keeps it, on shift or not.
   *
   * @param onShift ids of the people who are there
   */
  public static boolean wantsOwner(CaseState state, Set<String> onShift) {
    boolean waits =
        state.status() == CaseStatus.QUEUED
            && !state.quiet()
            && !state.department().equals(Company.TRIAGE);
    return waits
        && (state.assignee() == null
            || (!onShift.contains(state.assignee()) && !isNamedByAPerson(state)));
  }

  /**
   * Proposes the person where the case still wants one.
   *
   * @param person who is free for it; empty where nobody is: it stays as it is
   */
  public static Decision propose(
      CaseState state, Set<String> onShift, Optional<Assignment.Assigned> person, Instant now) {
    if (!wantsOwner(state, onShift)
        || person.isEmpty()
        || person.get().user().equals(state.assignee())) {
      return new Decision.Unchanged(state);
    }
    String user = person.get().user();
    CaseDraft draft = new CaseDraft(state);
    draft.assignee = user;
    draft.times.assigned(now);
    if (state.assignee() == null) {
      List<String> why = new ArrayList<>(state.route().why());
      why.removeIf(sentence -> sentence.startsWith("Nobody of "));
      why.addAll(person.get().why());
      draft.route = new Route(state.route().rule(), why);
      draft.line(now, SYSTEM, "assigned", "Proposed to " + user);
    } else {
      draft.line(
          now, SYSTEM, "assigned", "Proposed to " + user + ": " + state.assignee() + " went home");
    }
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.CaseAssigned(next, now, SYSTEM, state.assignee()));
  }

  /** Since it last changed queues. */
  private static boolean isNamedByAPerson(CaseState state) {
    boolean named = false;
    for (HistoryEntry line : state.history()) {
      switch (line.what()) {
        case "assigned" -> named = !line.by().equals(SYSTEM);
        case "transferred", "rerouted", "reopened" -> named = false;
        default -> {}
      }
    }
    return named;
  }
}
