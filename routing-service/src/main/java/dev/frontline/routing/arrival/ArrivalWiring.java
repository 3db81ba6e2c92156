package dev.frontline.routing.arrival;

import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Router;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.ErasedAuthors;
import dev.frontline.routing.store.Outcomes;
import dev.frontline.routing.store.Telling;
import dev.frontline.routing.store.Workload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the classes of this feature, each once. */
@ApplicationScoped
class ArrivalWiring {

  @Produces
  @Singleton
  DeskRounds rounds(
      Cases cases,
      Outcomes outcomes,
      ErasedAuthors erased,
      EarlyAnswers early,
      Workload workload,
      Telling telling,
      Clock clock) {
    return new DeskRounds(cases, outcomes, erased, early, workload, telling, clock);
  }

  @Produces
  @Singleton
  ArrivalBatch batch(
      DeskRounds rounds,
      Outcomes outcomes,
      EarlyAnswers early,
      Router router,
      Placing placing,
      Clock clock) {
    return new ArrivalBatch(rounds, outcomes, early, router::route, placing, clock);
  }

  @Produces
  @Singleton
  OpeningByHand byHand(
      DeskRounds rounds, Router router, Placing placing, Cases cases, Outcomes outcomes) {
    return new OpeningByHand(rounds, router::route, placing, cases, outcomes);
  }
}
