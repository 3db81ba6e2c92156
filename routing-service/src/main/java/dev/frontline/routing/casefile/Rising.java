package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Suggestion;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.placement.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a more pressing post or judgement does to a case: moves it, or raises it where it is. */
final class Rising {

  private static final String SYSTEM = "system";

  private Rising() {}

  /**
   * Moves an untouched case that waits in triage, or whose new place is more pressing; a touched
   * one keeps its place and gets a suggestion.
   *
   * @return whether it changed departments
   */
  static boolean apply(CaseState state, CaseDraft draft, Placement better, Instant now) {
    if (better.department().equals(Company.TRIAGE)) {
      return false;
    }
    boolean higher = better.priority().compareTo(state.priority()) < 0;
    boolean elsewhere = !better.department().equals(state.department());
    boolean fromTriage = state.department().equals(Company.TRIAGE);
    if (elsewhere && Posts.untouched(state) && (higher || fromTriage)) {
      move(state, draft, better, now, SYSTEM);
      return true;
    }
    if (higher && state.status() != CaseStatus.RESOLVED) {
      draft.priority = better.priority();
      draft.due = sooner(draft.due, better.due());
      draft.line(
          now,
          SYSTEM,
          "priority",
          "Raised from " + word(state.priority()) + " to " + word(better.priority()));
    }
    if (elsewhere && higher && !Posts.untouched(state)) {
      suggest(draft, better, now);
    }
    return false;
  }

  /** Puts the case where the placement says. */
  static void move(CaseState state, CaseDraft draft, Placement to, Instant now, String by) {
    draft.department = to.department();
    draft.priority = to.priority();
    draft.assignee = to.assignee();
    draft.route = to.route();
    draft.opportunity = to.opportunity();
    draft.suggestion = null;
    if (!draft.quiet && to.due() != null) {
      draft.due(to.due());
    }
    draft.line(
        now,
        by,
        "rerouted",
        "Moved from "
            + state.department()
            + " to "
            + to.department()
            + " by rule "
            + to.route().rule());
    if (to.assignee() != null) {
      draft.times.assigned(now);
      draft.line(now, SYSTEM, "assigned", "Proposed to " + to.assignee());
    }
  }

  static void suggest(CaseDraft draft, Placement better, Instant now) {
    String why =
        "Rule "
            + better.route().rule()
            + " would send it to "
            + better.department()
            + (better.route().why().isEmpty() ? "" : ": " + better.route().why().get(0));
    draft.suggestion = new Suggestion(better.department(), why);
    draft.line(now, SYSTEM, "suggested", "Better placed in " + better.department());
  }

  /** The events that tell what {@link #apply} did. */
  static List<CaseEvent> events(CaseState was, CaseState next, Instant now) {
    List<CaseEvent> events = new ArrayList<>();
    if (!was.department().equals(next.department())) {
      events.add(new CaseEvent.CaseRerouted(next, now, SYSTEM, was.department()));
    } else if (next.priority().compareTo(was.priority()) < 0) {
      events.add(new CaseEvent.PriorityRaised(next, now, SYSTEM));
    }
    if (next.suggestion() != null && !next.suggestion().equals(was.suggestion())) {
      events.add(new CaseEvent.RerouteSuggested(next, now, SYSTEM));
    }
    return events;
  }

  private static @Nullable Due sooner(@Nullable Due one, @Nullable Due other) {
    if (one == null || other == null) {
      return one;
    }
    return other.at().isBefore(one.at()) ? other : one;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
