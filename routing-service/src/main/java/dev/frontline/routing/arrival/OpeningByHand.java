package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.casefile.Decision;
import dev.frontline.routing.casefile.Reviving;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Destination;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.MentionOutcome;
import dev.frontline.routing.store.Outcomes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a case of a post that was filed, because a person says so. */
public final class OpeningByHand {

  private final DeskRounds rounds;
  private final Arrivals arrivals;
  private final Placing placing;
  private final Cases cases;
  private final Outcomes outcomes;

  OpeningByHand(
      DeskRounds rounds, Arrivals.Rules rules, Placing placing, Cases cases, Outcomes outcomes) {
    this.rounds = rounds;
    this.arrivals = new Arrivals(rules, placing);
    this.placing = placing;
    this.cases = cases;
    this.outcomes = outcomes;
  }

  /**
   * Opens it in the department, or joins the author's open case of the same matter. A case that was
   * filed with this post comes back.
   *
   * @param by id of the person
   * @return the case; the same again for the same post
   */
  public CaseState open(
      Mention mention, Classification classification, String department, String by, Instant now) {
    Route route = new Route("person", List.of(by + " made it a case for " + department + "."));
    Destination there =
        new Destination.ToDepartment(department, Priority.NORMAL, List.of(), false, route);
    rounds.run(
        List.of(new ClassifyEvent.MentionClassified(mention, classification)),
        (desk, event) -> decide(desk, mention, classification, there, by, now));
    return outcomes
        .read(mention.id())
        .flatMap(o -> o.event().caseIds().stream().findFirst())
        .flatMap(cases::read)
        .orElseThrow(() -> new IllegalStateException("the case was not stored"))
        .state();
  }

  void decide(
      Desk desk,
      Mention heard,
      Classification classification,
      Destination there,
      String by,
      Instant now) {
    Mention mention = Matches.forGood(heard);
    Optional<MentionOutcome> known = desk.outcome(mention.id());
    long revision = known.map(MentionOutcome::revision).orElse(0L);
    for (String id : known.map(o -> o.event().caseIds()).orElse(List.of())) {
      desk.find(id)
          .filter(state -> Reviving.isFiled(state, mention.id()))
          .ifPresent(
              state ->
                  placing
                      .place(there, mention, classification, desk.load(), now)
                      .ifPresent(to -> desk.take(revived(state, to, by, now))));
    }
    desk.decide(
        arrivals.route(
            desk,
            mention,
            classification,
            (m, c, match) -> there,
            new Arrivals.Told(revision, true),
            by,
            now));
  }

  private Decision revived(CaseState state, Placement to, String by, Instant now) {
    return Reviving.byHand(state, to, placing.firstResponse(to.priority(), now), by, now);
  }
}
