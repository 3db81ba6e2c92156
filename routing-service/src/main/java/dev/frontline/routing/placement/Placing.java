package dev.frontline.routing.placement;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.policy.Assignment;
import dev.frontline.routing.policy.Deadlines;
import dev.frontline.routing.policy.Destination;
import dev.frontline.routing.policy.Staying;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a rule's answer into a person and a deadline. */
public final class Placing {

  private final Company company;

  public Placing(Company company) {
    this.company = company;
  }

  /**
   * Where the destination puts a post's case; empty where it needs nobody.
   *
   * @param load cases in hand by person
   * @param now moment by which shifts are judged
   */
  public Optional<Placement> place(
      Destination destination,
      Mention mention,
      Classification classification,
      Map<String, Integer> load,
      Instant now) {
    String lang = classification.lang() == null ? mention.lang() : classification.lang();
    if (destination instanceof Destination.ToDepartment to) {
      Due due =
          mention.history()
              ? null
              : Deadlines.firstResponse(
                  company.sla(), company.zone(), to.priority(), mention.acceptedAt());
      return Optional.of(
          proposed(
              new Placement(
                  to.department(), to.priority(), null, due, to.route(), to.opportunity()),
              lang,
              wanted(to, classification),
              mention.history() ? null : load,
              now));
    }
    if (destination instanceof Destination.ToTriage to && !mention.history()) {
      Due due = Deadlines.triage(company.sla(), company.zone(), mention.acceptedAt());
      return Optional.of(
          new Placement(Company.TRIAGE, Priority.NORMAL, null, due, to.route(), false));
    }
    return Optional.empty();
  }

  /**
   * Where the destination puts a post of a case that is there, judged anew. In its own department
   * an open case stays whose it is, and the words say so.
   */
  public Optional<Placement> placeAgain(
      CaseState state,
      Destination destination,
      Mention mention,
      Classification classification,
      Map<String, Integer> load,
      Instant now) {
    Optional<Placement> alone =
        place(destination, mention, classification, withoutIt(state, load), now);
    boolean stays =
        state.status() != CaseStatus.RESOLVED
            && !(mention.history() && state.assignee() == null)
            && alone.filter(to -> to.department().equals(state.department())).isPresent();
    return stays ? alone.map(to -> stay(state, to, destination.route())) : alone;
  }

  private Placement stay(CaseState state, Placement alone, Route rule) {
    if (alone.department().equals(Company.TRIAGE)) {
      return alone;
    }
    List<String> why = new ArrayList<>(rule.why());
    why.add(Staying.why(company, state.department(), state.assignee(), alone.assignee()));
    return new Placement(
        alone.department(),
        alone.priority(),
        state.assignee(),
        alone.due(),
        new Route(rule.rule(), why),
        alone.opportunity());
  }

  /** What its owner has in hand beside it: it is not to count against them. */
  private static Map<String, Integer> withoutIt(CaseState state, Map<String, Integer> load) {
    boolean counted = state.status() == CaseStatus.QUEUED || state.status() == CaseStatus.TAKEN;
    if (state.assignee() == null || !counted) {
      return load;
    }
    Map<String, Integer> others = new HashMap<>(load);
    others.computeIfPresent(state.assignee(), (user, cases) -> Math.max(0, cases - 1));
    return others;
  }

  /** Where a person or the clock sends a case that is there. */
  public Placement move(
      CaseState state,
      String department,
      Priority priority,
      Route route,
      Map<String, Integer> load,
      Instant now) {
    Due due = state.due();
    if (department.equals(Company.TRIAGE)) {
      due = Deadlines.triage(company.sla(), company.zone(), now);
      return new Placement(department, priority, null, due, route, state.opportunity());
    }
    if (due != null && due.kind().equals("triage")) {
      boolean answered = state.times().firstResponseAt() != null;
      due = firstResponse(priority, answered ? now : state.times().acceptedAt());
    }
    return proposed(
        new Placement(department, priority, null, due, route, state.opportunity()),
        state.lang(),
        List.of(),
        load,
        now);
  }

  /** The first-response deadline of what was accepted then. */
  public Due firstResponse(Priority priority, Instant acceptedAt) {
    return Deadlines.firstResponse(company.sla(), company.zone(), priority, acceptedAt);
  }

  /** What the rule asks for, and those of the post's themes that somebody there knows. */
  private List<String> wanted(Destination.ToDepartment to, Classification classification) {
    Set<String> wanted = new LinkedHashSet<>(to.skills());
    for (Theme theme : classification.themes()) {
      boolean known =
          company.people().stream()
              .anyMatch(
                  p ->
                      p.departments().contains(to.department())
                          && p.skills().contains(theme.name()));
      if (known) {
        wanted.add(theme.name());
      }
    }
    return List.copyOf(wanted);
  }

  private Placement proposed(
      Placement bare,
      @Nullable String lang,
      List<String> skills,
      @Nullable Map<String, Integer> load,
      Instant now) {
    if (load == null || bare.department().equals(Company.TRIAGE)) {
      return bare;
    }
    Optional<Assignment.Assigned> person =
        Assignment.assign(company, bare.department(), lang, skills, load, now);
    List<String> why = new ArrayList<>(bare.route().why());
    if (person.isEmpty()) {
      why.add("Nobody of " + bare.department() + " is on shift with room for one more.");
    } else {
      why.addAll(person.get().why());
    }
    return new Placement(
        bare.department(),
        bare.priority(),
        person.map(Assignment.Assigned::user).orElse(null),
        bare.due(),
        new Route(bare.route().rule(), why),
        bare.opportunity());
  }
}
