package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.mention.Mention;
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
  private final Cases cases;
  private final Outcomes outcomes;

  OpeningByHand(
      DeskRounds rounds, Arrivals.Rules rules, Placing placing, Cases cases, Outcomes outcomes) {
    this.rounds = rounds;
    this.arrivals = new Arrivals(rules, placing);
    this.cases = cases;
    this.outcomes = outcomes;
  }

  /**
   * Opens it in the department, or joins the author's open case of the same matter.
   *
   * @param by id of the person
   * @return the case; the same again for the same post
   */
  public CaseState open(
      Mention mention, Classification classification, String department, String by, Instant now) {
    ClassifyEvent event = new ClassifyEvent.MentionClassified(mention, classification);
    Route route = new Route("person", List.of(by + " made it a case for " + department + "."));
    Destination there =
        new Destination.ToDepartment(department, Priority.NORMAL, List.of(), false, route);
    rounds.run(
        List.of(event),
        (desk, e) -> {
          Optional<MentionOutcome> known = desk.outcome(mention.id());
          long revision = known.map(MentionOutcome::revision).orElse(0L);
          desk.decide(
              arrivals.route(
                  desk,
                  mention,
                  classification,
                  (m, c, match) -> there,
                  new Arrivals.Told(revision, true),
                  by,
                  now));
        });
    return outcomes
        .read(mention.id())
        .flatMap(o -> o.event().caseIds().stream().findFirst())
        .flatMap(cases::read)
        .orElseThrow(() -> new IllegalStateException("the case was not stored"))
        .state();
  }
}
