package dev.frontline.routing.watchrule;

import dev.frontline.contracts.incident.CountEvent.PostNoted;
import dev.frontline.kit.company.WatchTerms;
import dev.frontline.routing.incident.count.CountedHour.Noted;
import dev.frontline.routing.incident.count.MinuteSeries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says whether a rule's terms hold, and in which words. */
final class Holding {

  private static final String ALL = "all";

  private Holding() {}

  /**
   * What holds at the end of a minute; empty for terms about single posts.
   *
   * @return one sentence
   */
  static Optional<String> at(WatchTerms terms, MinuteSeries series, long minute) {
    if (terms instanceof WatchTerms.Volume volume) {
      return volume(volume, series, minute);
    }
    return terms instanceof WatchTerms.Share share
        ? share(share, series, minute)
        : Optional.empty();
  }

  private static Optional<String> volume(WatchTerms.Volume v, MinuteSeries series, long minute) {
    double counted = series.counted(v.signal(), minute, v.minutes());
    if (counted < v.atLeast() || !series.known(minute)) {
      return Optional.empty();
    }
    double usual = series.usual(v.signal(), minute, v.minutes());
    return counted > v.times() * usual
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%.0f posts within %d minutes where %s are usual.",
                counted,
                v.minutes(),
                usual < 10 ? String.format(Locale.ROOT, "%.1f", usual) : Math.round(usual)))
        : Optional.empty();
  }

  private static Optional<String> share(WatchTerms.Share s, MinuteSeries series, long minute) {
    double all = series.counted(ALL, minute, s.minutes());
    double counted = series.counted(s.signal(), minute, s.minutes());
    return all >= s.atLeast() && counted > all * s.above() / 100
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%.0f of %.0f posts within %d minutes: %.0f %%.",
                counted,
                all,
                s.minutes(),
                100 * counted / all))
        : Optional.empty();
  }

  /** What holds for a post as it is told. */
  static Optional<String> of(WatchTerms terms, PostNoted post) {
    return of(terms, post.followers(), post.labels(), " on " + post.network());
  }

  /** What holds for a post that was recorded. */
  static Optional<String> of(WatchTerms terms, Noted post) {
    return of(terms, post.followers(), post.labels(), "");
  }

  private static Optional<String> of(
      WatchTerms terms, long followers, List<String> labels, String where) {
    if (!(terms instanceof WatchTerms.Post asked)
        || followers <= asked.followers()
        || asked.label() != null && !labels.contains(asked.label())) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "A post of an account with %,d followers%s%s.",
            followers,
            where,
            labels.isEmpty() ? "" : ": " + String.join(", ", labels)));
  }
}
