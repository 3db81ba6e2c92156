package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionWithdrawn;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.store.MentionOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What each event of {@code mentions.classified} does on the desk; what is known is only told. */
final class Deciding {

  private final Arrivals arrivals;
  private final Changes changes;
  private final Clock clock;

  Deciding(Arrivals.Rules rules, Placing placing, Clock clock) {
    this.arrivals = new Arrivals(rules, placing);
    this.changes = new Changes(rules, placing, arrivals);
    this.clock = clock;
  }

  /** Whatever our own accounts said below it before it was heard counts from then on. */
  void decide(Desk desk, ClassifyEvent event) {
    outcome(desk, event);
    boolean hasCase =
        desk.outcome(event.mentionId()).filter(o -> !o.event().caseIds().isEmpty()).isPresent();
    if (hasCase) {
      desk.saidEarly(event.mentionId()).forEach(answer -> ownAgain(desk, answer));
    }
  }

  /** The post that our own account answered is here by now. */
  void ownAgain(Desk desk, MentionClassified answer) {
    Optional<MentionOutcome> known = desk.outcome(answer.mentionId());
    desk.decide(
        known.filter(o -> o.outcome() == Outcome.WITHDRAWN).isPresent()
            ? known.get()
            : arrivals.own(
                desk,
                answer.mention(),
                answer.classification(),
                known
                    .map(o -> new Arrivals.Told(o.revision(), o.human()))
                    .orElse(Arrivals.Told.FIRST),
                Moments.of(answer.mention(), clock.instant())));
  }

  private void outcome(Desk desk, ClassifyEvent event) {
    Optional<MentionOutcome> known = desk.outcome(event.mentionId());
    if (event instanceof MentionClassified e) {
      if (known.isPresent() && known.get().covers(e.networkVersion(), 0)) {
        desk.decide(known.get());
      } else {
        desk.decide(
            arrivals.arrive(
                desk,
                e.mention(),
                e.classification(),
                Arrivals.Told.FIRST,
                Moments.of(e.mention(), clock.instant())));
      }
    } else if (event instanceof MentionReclassified e) {
      desk.decide(reclassified(desk, known, e));
    } else if (event instanceof MentionWithdrawn e && known.isPresent()) {
      boolean gone = known.get().outcome() == Outcome.WITHDRAWN;
      boolean old = known.get().event().networkVersion() > e.networkVersion();
      desk.decide(
          gone || old
              ? known.get()
              : e.keepsItsPlace()
                  ? changes.expired(desk, known.get(), e, clock.instant())
                  : changes.withdrawn(desk, known.get(), e, clock.instant()));
    }
  }

  private MentionOutcome reclassified(
      Desk desk, Optional<MentionOutcome> known, MentionReclassified e) {
    Instant now = Moments.of(e.mention(), clock.instant());
    if (known.isEmpty()) {
      Arrivals.Told told = new Arrivals.Told(e.revision(), e.cause() == Cause.HUMAN);
      return arrivals.arrive(desk, e.mention(), e.classification(), told, now);
    }
    if (known.get().covers(e.networkVersion(), e.revision())) {
      return known.get();
    }
    return changes.rejudged(desk, known.get(), e, judgedAt(e, now));
  }

  /** A person's word counts from when it was given: in back-fill that is long ago. */
  private Instant judgedAt(MentionReclassified e, Instant posted) {
    return switch (e.cause()) {
      case EDIT -> posted;
      case HUMAN -> e.classification().classifiedAt();
      case REFINED, MODEL -> clock.instant();
    };
  }
}
