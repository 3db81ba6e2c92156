package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionWithdrawn;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.casefile.Posts;
import dev.frontline.routing.casefile.Quotes;
import dev.frontline.routing.casefile.Rejudging;
import dev.frontline.routing.casefile.Withdrawing;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Destination;
import dev.frontline.routing.store.MentionOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a post that was routed before: judged again, or withdrawn. */
final class Changes {

  private final Arrivals.Rules rules;
  private final Placing placing;
  private final Arrivals arrivals;

  Changes(Arrivals.Rules rules, Placing placing, Arrivals arrivals) {
    this.rules = rules;
    this.placing = placing;
    this.arrivals = arrivals;
  }

  /** The post was judged again, or edited and judged. */
  MentionOutcome rejudged(Desk desk, MentionOutcome known, MentionReclassified event, Instant now) {
    Mention mention = event.mention();
    boolean human = event.cause() == Cause.HUMAN;
    Arrivals.Told told =
        new Arrivals.Told(
            event.revision(), human || (known.human() && event.cause() != Cause.EDIT));
    boolean outranked =
        known.human() && (event.cause() == Cause.REFINED || event.cause() == Cause.MODEL);
    if (known.outcome() == Outcome.WITHDRAWN
        || outranked
        || (known.outcome() == Outcome.FOLDED && !human)) {
      return same(known, told, mention, now);
    }
    String by = human ? event.by() : "system";
    List<CaseState> touched = new ArrayList<>();
    for (String id : known.event().caseIds()) {
      Optional<CaseState> state = desk.find(id);
      if (state.isPresent() && Posts.find(state.get(), mention.id()).isPresent()) {
        Classification theirs = event.classification().toward(state.get().brand());
        Optional<Placement> place =
            mention.own() ? Optional.empty() : place(desk, state.get(), mention, theirs, now);
        touched.add(
            desk.take(
                Rejudging.rejudge(state.get(), mention, theirs, event.cause(), by, place, now)));
      }
    }
    if (mention.own()) {
      return same(known, told, mention, now);
    }
    if (touched.isEmpty()) {
      return arrivals.route(desk, mention, event.classification(), rules, told, by, now);
    }
    return after(known, told, mention, touched, now);
  }

  /** Its text may be kept no longer; where it ended stays, for it is counted there. */
  MentionOutcome expired(Desk desk, MentionOutcome known, MentionWithdrawn event, Instant now) {
    for (String id : known.event().caseIds()) {
      desk.find(id).ifPresent(state -> desk.take(Withdrawing.expire(state, known.id(), now)));
    }
    MentionRouted e = known.event();
    return known.as(e.outcome(), e.rule(), Quotes.without(e.why()), event.networkVersion(), now);
  }

  /** The post is gone. */
  MentionOutcome withdrawn(Desk desk, MentionOutcome known, MentionWithdrawn event, Instant now) {
    for (String id : known.event().caseIds()) {
      Optional<CaseState> state = desk.find(id);
      if (state.isPresent() && known.outcome() == Outcome.FOLDED) {
        desk.take(Withdrawing.unfold(state.get(), known.id(), known.reach(), now));
      } else {
        state.ifPresent(s -> desk.take(Withdrawing.withdraw(s, known.id(), now)));
      }
    }
    return known.as(
        Outcome.WITHDRAWN,
        "withdrawn",
        List.of("It is gone from its network."),
        event.networkVersion(),
        now);
  }

  private Optional<Placement> place(
      Desk desk, CaseState state, Mention mention, Classification classification, Instant now) {
    Match match =
        mention.matched().stream()
            .filter(m -> m.name().equals(state.brand()))
            .findFirst()
            .orElseGet(() -> new Match("case:" + state.id(), Match.Kind.BRAND, state.brand()));
    Destination destination = rules.route(mention, classification, match);
    return placing.placeAgain(state, destination, mention, classification, desk.load(), now);
  }

  private static MentionOutcome after(
      MentionOutcome known,
      Arrivals.Told told,
      Mention mention,
      List<CaseState> touched,
      Instant now) {
    CaseState main = touched.get(0);
    boolean filed =
        touched.stream()
            .allMatch(
                s ->
                    s.status() == CaseStatus.RESOLVED
                        && s.outcome() == dev.frontline.contracts.casefile.Outcome.NO_ANSWER_NEEDED
                        && (s.times().takenAt() == null || s.department().equals(Company.TRIAGE)));
    Outcome outcome =
        filed
            ? Outcome.FILED
            : known.outcome() == Outcome.FILED
                ? (Posts.isFirst(main, mention.id()) ? Outcome.OPENED : Outcome.JOINED)
                : known.outcome();
    return told.outcome(
        mention,
        outcome,
        known.event().caseIds(),
        filed ? null : main.department(),
        filed ? "needs nobody" : main.route().rule(),
        filed ? List.of("It needs nobody any more.") : main.route().why(),
        now);
  }

  private static MentionOutcome same(
      MentionOutcome known, Arrivals.Told told, Mention mention, Instant now) {
    MentionRouted e = known.event();
    return told.outcome(mention, e.outcome(), e.caseIds(), e.department(), e.rule(), e.why(), now);
  }
}
