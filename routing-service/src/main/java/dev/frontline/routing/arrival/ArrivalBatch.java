package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.BatchWork;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.Outcomes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes a polled batch of judged posts: read once, decide in order, write once, tell. */
public final class ArrivalBatch implements BatchWork<ClassifyEvent> {

  private final DeskRounds rounds;
  private final Deciding deciding;
  private final EarlyAnswering answering;

  ArrivalBatch(
      DeskRounds rounds,
      Outcomes outcomes,
      EarlyAnswers early,
      Arrivals.Rules rules,
      Placing placing,
      Clock clock) {
    this.rounds = rounds;
    this.deciding = new Deciding(rules, placing, clock);
    this.answering = new EarlyAnswering(early, outcomes, rounds, deciding, clock);
  }

  @Override
  public List<Rejection<ClassifyEvent>> handle(List<Received<ClassifyEvent>> batch) {
    List<Rejection<ClassifyEvent>> rejections = new ArrayList<>();
    List<ClassifyEvent> events = new ArrayList<>();
    for (Received<ClassifyEvent> received : batch) {
      Optional<String> unfit = unfit(received.event());
      if (unfit.isPresent()) {
        rejections.add(new Rejection<>(received, unfit.get()));
      } else {
        events.add(received.event());
      }
    }
    route(events);
    return rejections;
  }

  /** Returns once everything is stored and told. */
  void route(List<ClassifyEvent> events) {
    rounds.run(BatchOrder.of(events), deciding::decide);
    answering.after(events);
  }

  private static Optional<String> unfit(ClassifyEvent event) {
    Optional<Mention> mention = mention(event);
    if (mention.isPresent() && !mention.get().own() && mention.get().matched().isEmpty()) {
      return Optional.of("matched is empty: a post must have met at least one listening query");
    }
    return Optional.empty();
  }

  static Optional<Mention> mention(ClassifyEvent event) {
    if (event instanceof MentionClassified e) {
      return Optional.of(e.mention());
    }
    return event instanceof MentionReclassified e ? Optional.of(e.mention()) : Optional.empty();
  }

  static Optional<Classification> classification(ClassifyEvent event) {
    if (event instanceof MentionClassified e) {
      return Optional.of(e.classification());
    }
    return event instanceof MentionReclassified e
        ? Optional.of(e.classification())
        : Optional.empty();
  }

  /** Whether a further case of the matter may have to be read: this one has ended. */
  static boolean ended(CaseState state) {
    return state.status() == CaseStatus.RESOLVED;
  }
}
