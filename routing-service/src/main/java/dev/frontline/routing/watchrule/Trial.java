package dev.frontline.routing.watchrule;

import dev.frontline.kit.company.WatchTerms;
import dev.frontline.routing.incident.count.CountedHour.Noted;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.watchrule.RuleState.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a rule would have spoken over a stretch of time that was recorded. */
final class Trial {

  private Trial() {}

  /**
   * Minute by minute, with its cool-down; oldest first.
   *
   * @param from the first minute that is asked about; what was before says what is usual
   */
  static List<Firing> run(
      WatchTerms terms, Duration coolDown, String brand, MinuteSeries series, long from) {
    if (terms instanceof WatchTerms.Volume volume) {
      series.learnUsual(volume.signal());
    }
    List<Firing> fired = new ArrayList<>();
    RuleState state = RuleState.NONE;
    if (terms instanceof WatchTerms.Post) {
      for (Noted post : series.noted()) {
        Instant at = Instant.ofEpochMilli(post.at());
        Optional<String> what = Holding.of(terms, post);
        if (post.at() >= from * 60_000 && what.isPresent() && state.mayFire(at, coolDown)) {
          fired.add(new Firing(at, brand, what.get(), null));
          state = state.after(fired.get(fired.size() - 1));
        }
      }
      return fired;
    }
    for (long minute = Math.max(from, series.first()); minute <= series.last(); minute++) {
      Instant at = Instant.ofEpochSecond(minute * 60);
      if (state.mayFire(at, coolDown)) {
        Optional<String> what = Holding.at(terms, series, minute);
        if (what.isPresent()) {
          fired.add(new Firing(at, brand, what.get(), null));
          state = state.after(fired.get(fired.size() - 1));
        }
      }
    }
    return fired;
  }
}
