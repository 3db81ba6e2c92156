package dev.frontline.routing.watchrule;

import dev.frontline.contracts.incident.CountEvent.MinuteCounted;
import dev.frontline.contracts.incident.CountEvent.PostNoted;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.company.WatchTerms;
import dev.frontline.routing.incident.count.CountHearing;
import dev.frontline.routing.incident.count.Counts;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.watchrule.RuleState.Firing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at every minute and every noted post whether a rule holds. People are told before it is
 * noted that they were, under an id that follows from rule, brand and moment: after a crash in
 * between the same notice is told again, which changes nothing.
 */
public final class RuleWatching implements CountHearing {

  /** What comes later than that, after a long stop, is news to nobody. */
  private static final Duration STALE = Duration.ofHours(2);

  private static final Logger LOG = Logger.getLogger(RuleWatching.class);

  private final WatchRules rules;
  private final RuleStates states;
  private final Counts counts;
  private final Telling telling;
  private final Clock clock;

  RuleWatching(WatchRules rules, RuleStates states, Counts counts, Telling telling, Clock clock) {
    this.rules = rules;
    this.states = states;
    this.counts = counts;
    this.telling = telling;
    this.clock = clock;
  }

  @Override
  public void hear(String brand, List<MinuteCounted> minutes, List<PostNoted> posts) {
    Instant oldest = clock.instant().minus(STALE);
    List<MinuteCounted> fresh = minutes.stream().filter(m -> m.minute().isAfter(oldest)).toList();
    List<PostNoted> heard = posts.stream().filter(p -> p.at().isAfter(oldest)).toList();
    Map<Integer, MinuteSeries> windows = new HashMap<>();
    for (WatchRule rule : rules.all()) {
      if (!rule.watches(brand)) {
        continue;
      }
      WatchTerms terms = WatchTerms.read(rule.when()).terms().orElse(null);
      if (terms == null) {
        LOG.warnf("watch rule cannot be read rule=%s", rule.id());
      } else if (terms instanceof WatchTerms.Post) {
        posts(rule, terms, brand, heard);
      } else if (!fresh.isEmpty()) {
        int span = span(terms);
        minutes(
            rule, terms, brand, fresh, windows.computeIfAbsent(span, s -> window(brand, fresh, s)));
      }
    }
  }

  private void minutes(
      WatchRule rule,
      WatchTerms terms,
      String brand,
      List<MinuteCounted> minutes,
      MinuteSeries series) {
    RuleState state = null;
    for (MinuteCounted minute : minutes) {
      Optional<String> what = Holding.at(terms, series, minute.minute().getEpochSecond() / 60);
      if (what.isPresent()) {
        state = state == null ? states.read(rule.id(), brand) : state;
        Firing firing = new Firing(minute.minute(), brand, what.get(), "/incidents");
        state = fire(rule, state, firing, "minute-" + minute.minute().getEpochSecond() / 60);
      }
    }
  }

  private void posts(WatchRule rule, WatchTerms terms, String brand, List<PostNoted> posts) {
    for (PostNoted post : posts) {
      Optional<String> what = Holding.of(terms, post);
      if (what.isPresent()) {
        String key = MentionKey.of(post.mentionId());
        fire(
            rule,
            states.read(rule.id(), brand),
            new Firing(post.at(), brand, what.get(), "/mentions/" + key),
            key);
      }
    }
  }

  private RuleState fire(WatchRule rule, RuleState state, Firing firing, String cause) {
    if (!state.mayFire(firing.at(), rule.coolDown())) {
      return state;
    }
    telling.tell(rule, firing, cause);
    RuleState next = state.after(firing);
    states.write(rule.id(), firing.brand(), next);
    return next;
  }

  private MinuteSeries window(String brand, List<MinuteCounted> minutes, int span) {
    long first =
        minutes.stream().mapToLong(m -> m.minute().getEpochSecond() / 60).min().orElseThrow()
            - span;
    long last =
        minutes.stream().mapToLong(m -> m.minute().getEpochSecond() / 60).max().orElseThrow();
    return MinuteSeries.of(
        counts.read(brand, Math.floorDiv(first, 60L), Math.floorDiv(last, 60L)), first, last);
  }

  private static int span(WatchTerms terms) {
    return terms instanceof WatchTerms.Volume volume
        ? volume.minutes()
        : terms instanceof WatchTerms.Share share ? share.minutes() : 0;
  }
}
