package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.casefile.CaseKey;
import dev.frontline.routing.casefile.Joining;
import dev.frontline.routing.casefile.Opening;
import dev.frontline.routing.casefile.OwnPosts;
import dev.frontline.routing.casefile.Posts;
import dev.frontline.routing.casefile.Quotes;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Destination;
import dev.frontline.routing.store.MentionOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides where a post ends that was not routed before. */
final class Arrivals {

  private static final String SYSTEM = "system";
  private static final String TRIAL = "trial";
  private static final String TRIAL_WHY =
      "It was heard on trial: such posts are counted and open no case.";

  private final Rules rules;
  private final Placing placing;

  Arrivals(Rules rules, Placing placing) {
    this.rules = rules;
    this.placing = placing;
  }

  /** Says where a post goes for one of its matches. */
  @FunctionalInterface
  interface Rules {
    Destination route(Mention mention, Classification classification, Match match);
  }

  /** The post came in; opens, joins, folds or files it. */
  MentionOutcome arrive(
      Desk desk, Mention mention, Classification classification, Told told, Instant now) {
    if (desk.isErased(authorOf(mention))) {
      return told.outcome(
          mention, Outcome.WITHDRAWN, List.of(), null, "erased author", List.of(), now);
    }
    if (mention.own()) {
      return own(desk, mention, classification, told, now);
    }
    return fold(desk, mention, classification, told, now)
        .orElseGet(() -> route(desk, mention, classification, rules, told, SYSTEM, now));
  }

  /** Routes it by the given rules, whatever it repeats. */
  MentionOutcome route(
      Desk desk,
      Mention mention,
      Classification classification,
      Rules by,
      Told told,
      String person,
      Instant now) {
    Set<String> opened = new LinkedHashSet<>();
    Set<String> joined = new LinkedHashSet<>();
    @Nullable CaseState main = null;
    List<String> filedWhy = new ArrayList<>();
    String filedRule = "";
    for (Match match : Matches.toRoute(mention, classification)) {
      if (match.kind() == Match.Kind.RIVAL && main != null) {
        // Somebody looks at it for our own brand's sake already.
        continue;
      }
      CaseKey key = CaseKey.of(match.name(), mention);
      int generation = Matches.generation(desk, key, now);
      Optional<CaseState> current = desk.find(key.caseId(generation));
      Classification theirs = classification.toward(match.name());
      Destination destination = by.route(mention, theirs, match);
      Optional<Placement> place = placing.place(destination, mention, theirs, desk.load(), now);
      if (current.isPresent()) {
        boolean began = Posts.isFirst(current.get(), mention.id());
        CaseState state =
            desk.take(Joining.join(current.get(), mention, theirs, place, placing, now));
        (began ? opened : joined).add(state.id());
        main = main == null ? state : main;
      } else if (match.onTrial()) {
        filedRule = TRIAL;
        filedWhy.add(TRIAL_WHY);
      } else if (place.isPresent()) {
        String earlier = generation == 1 ? null : key.caseId(generation - 1);
        CaseState state =
            desk.take(
                Opening.open(
                    key.caseId(generation),
                    match.name(),
                    mention,
                    theirs,
                    place.get(),
                    now,
                    person,
                    earlier));
        opened.add(state.id());
        main = main == null ? state : main;
      } else if (filedRule.isEmpty()) {
        filedRule = destination.route().rule();
        filedWhy.addAll(destination.route().why());
      }
    }
    if (main == null) {
      return told.outcome(mention, Outcome.FILED, List.of(), null, filedRule, filedWhy, now);
    }
    List<String> cases = new ArrayList<>(opened);
    joined.stream().filter(id -> !opened.contains(id)).forEach(cases::add);
    boolean opens = !opened.isEmpty();
    List<String> why = new ArrayList<>();
    if (opens) {
      why.addAll(main.route().why());
    } else {
      why.add("The author's case was open already.");
      // The words of the post that opened it are not this post's to keep.
      why.addAll(Quotes.without(main.route().why()));
    }
    return told.outcome(
        mention,
        opens ? Outcome.OPENED : Outcome.JOINED,
        cases,
        main.department(),
        main.route().rule(),
        why,
        now);
  }

  /** One of our own accounts wrote it; may be asked again when more of the thread is here. */
  MentionOutcome own(
      Desk desk, Mention mention, Classification classification, Told told, Instant now) {
    List<String> cases = new ArrayList<>();
    for (String known : Matches.answered(mention)) {
      Optional<MentionOutcome> outcome = desk.outcome(known);
      if (outcome.isPresent() && !outcome.get().event().caseIds().isEmpty()) {
        cases.addAll(outcome.get().event().caseIds());
        break;
      }
    }
    for (String id : cases) {
      desk.find(id)
          .filter(state -> !Posts.isOver(state, now))
          .ifPresent(state -> desk.take(OwnPosts.attach(state, mention, classification, now)));
    }
    desk.outcome(mention.id()).stream()
        .flatMap(before -> before.event().caseIds().stream())
        .filter(id -> !cases.contains(id))
        .forEach(cases::add);
    List<String> why = List.of("One of our own accounts wrote it.");
    return cases.isEmpty()
        ? told.outcome(mention, Outcome.FILED, cases, null, "own post", why, now)
        : told.outcome(mention, Outcome.JOINED, cases, null, "own post", why, now);
  }

  private Optional<MentionOutcome> fold(
      Desk desk, Mention mention, Classification classification, Told told, Instant now) {
    for (Matches.Repeated repeated : Matches.repeats(mention, classification)) {
      Optional<MentionOutcome> original = desk.outcome(repeated.mentionId());
      if (original.isEmpty() || original.get().outcome() == Outcome.WITHDRAWN) {
        continue;
      }
      List<String> cases = original.get().event().caseIds();
      for (String id : cases) {
        Optional<CaseState> state = desk.find(id);
        if (state.isPresent() && !desk.hasFolded(id, mention.id())) {
          desk.take(Joining.fold(state.get(), mention, now));
          desk.rememberFolded(id, mention.id());
        }
      }
      return Optional.of(
          told.outcome(
              mention,
              Outcome.FOLDED,
              cases,
              original.get().event().department(),
              repeated.rule(),
              List.of(repeated.why()),
              now));
    }
    return Optional.empty();
  }

  static String authorOf(Mention mention) {
    return mention.network() + ":" + mention.author().id();
  }

  /** With which version and by whom a post was judged. */
  record Told(long revision, boolean human) {

    static final Told FIRST = new Told(0, false);

    MentionOutcome outcome(
        Mention mention,
        Outcome outcome,
        List<String> caseIds,
        @Nullable String department,
        String rule,
        List<String> why,
        Instant now) {
      return new MentionOutcome(
          new MentionRouted(
              mention.id(),
              mention.conversationId(),
              mention.networkVersion(),
              outcome,
              caseIds,
              department,
              rule,
              why,
              now),
          revision,
          human,
          authorOf(mention),
          mention.reach());
    }
  }
}
