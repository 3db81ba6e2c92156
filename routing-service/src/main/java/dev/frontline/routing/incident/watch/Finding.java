package dev.frontline.routing.incident.watch;

import dev.frontline.routing.incident.Watched;
import java.util.List;
import java.util.Optional;

/**
 * A signal that stands out.
 *
 * @param strength from 1 on it is an alarm by its statistics
 * @param counted posts of the span
 * @param usual posts that it usually brings
 * @param minutes how long the span is
 */
record Finding(String signal, double strength, double counted, double usual, long minutes) {

  /**
   * What a minute made of a signal; empty where it does not even stand out enough to be watched.
   */
  static Optional<Finding> of(String signal, Watched watched, double bar) {
    double strength = watched.surprise() / bar;
    return strength >= Bars.WATCH && watched.span() != null
        ? Optional.of(
            new Finding(
                signal, strength, watched.counted(), watched.usual(), watched.span().toMinutes()))
        : Optional.empty();
  }

  /**
   * As far as it is people who stand out: three accounts that say everything twice are three.
   *
   * @param posts of the span
   */
  Optional<Finding> byPeople(List<Heard> posts) {
    double weight = posts.stream().mapToDouble(p -> p.weight(signal)).average().orElse(1);
    double people = WhyFinder.authors(posts) * weight;
    double lasting = strength * (counted <= 0 ? 1 : Math.min(1, people / counted));
    return lasting >= Bars.WATCH
        ? Optional.of(new Finding(signal, lasting, counted, usual, minutes))
        : Optional.empty();
  }
}
