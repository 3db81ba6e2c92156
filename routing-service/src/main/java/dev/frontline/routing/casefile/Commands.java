package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.kit.speaking.Speaking;
import dev.frontline.routing.placement.Placing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks who may do what to a case and when, and does it. */
public final class Commands {

  private final Company company;
  private final Placing placing;
  private final Speaking speaking;

  public Commands(Company company, Placing placing, Channels channels) {
    this.company = company;
    this.placing = placing;
    this.speaking = new Speaking(company, channels);
  }

  /**
   * @param load cases in hand by person
   * @param now when the command counts as given
   */
  public Decision decide(
      CaseState state, Command command, Actor actor, Map<String, Integer> load, Instant now) {
    if (!actor.mayActIn(state.department())) {
      return new Refusal.Forbidden(
          actor.user() + " does not work in " + state.department(),
          Actor.allowedIn(state.department()));
    }
    if (command.version() == null) {
      return new Refusal.Invalid(
          "version",
          "version is required: the version of the case that you saw",
          List.of(String.valueOf(state.version())));
    }
    if (command.version() != state.version()) {
      return new Refusal.Stale(
          state,
          "The case is at version " + state.version() + ", not " + command.version(),
          allowed(state));
    }
    if (command instanceof Command.Take) {
      return Owning.take(state, actor, now);
    }
    if (command instanceof Command.Assign c) {
      return Owning.assign(state, company, c.user(), actor, now);
    }
    if (command instanceof Command.Transfer c) {
      return transfer(state, c, actor, load, now);
    }
    if (command instanceof Command.Note c) {
      return Answering.note(state, c.text(), actor, now);
    }
    if (command instanceof Command.Reply c) {
      return Answering.reply(state, c, speaking, actor, now);
    }
    if (command instanceof Command.Answered c) {
      return AnsweringElsewhere.answered(state, c, actor, now);
    }
    if (command instanceof Command.Resolve c) {
      return Closing.resolve(state, c, actor, now);
    }
    return Closing.reopen(state, actor, placing, now);
  }

  /** The actions that the case's state allows, as path names. */
  public static List<String> allowed(CaseState state) {
    return state.status() == CaseStatus.RESOLVED
        ? List.of("reopen", "notes")
        : List.of("take", "assign", "transfer", "notes", "replies", "answered", "resolve");
  }

  private Decision transfer(
      CaseState state, Command.Transfer c, Actor actor, Map<String, Integer> load, Instant now) {
    List<String> others = new ArrayList<>(company.queues());
    others.remove(state.department());
    if (state.status() == CaseStatus.RESOLVED) {
      return new Refusal.NotNow(state, "A resolved case cannot be transferred", allowed(state));
    }
    if (c.department() == null || !others.contains(c.department())) {
      return new Refusal.Invalid(
          "department", "department must be another department of the company", others);
    }
    Priority priority = state.priority();
    Route route =
        new Route(
            "person", List.of(actor.user() + " transferred it from " + state.department() + "."));
    return Owning.transfer(
        state, placing.move(state, c.department(), priority, route, load, now), c, actor, now);
  }
}
