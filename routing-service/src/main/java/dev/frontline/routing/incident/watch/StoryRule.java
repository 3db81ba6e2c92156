package dev.frontline.routing.incident.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Small brands have no statistics: the third person within an hour who tells the same risky story
 * is an alarm. So is any number of people that chance would hardly ever bring together within an
 * hour, a quarter of it or five minutes, which on a busy brand is more than three.
 */
final class StoryRule {

  static final int FEWEST = 3;
  private static final long HOUR = 60;

  /** In minutes: a busy brand's hour holds so many by chance that a story is seen late in it. */
  private static final List<Long> WINDOWS = List.of(5L, 15L, HOUR);

  /** Of an hour, about once in four years; of what there are more of in a day, as much less. */
  private static final double CHANCE = 3e-5;

  /** Of a brand's risky posts so many by chance tell what another one does. */
  private static final double SHARED = 0.2;

  /** A rate that is not small wanders by so much: more than chance alone lets counts vary. */
  private static final double WANDER = 0.75;

  private static final double LEAST = 0.01;

  /** Before a brand is known, so large a part of its last hour is needed. */
  private static final double SHARE_OF_HOUR = 0.2;

  private StoryRule() {}

  /**
   * @param usual posts of a signal that an hour usually brings
   * @param warm whether the brand is known for a day
   * @return the signal in which it stands out, empty where it does not
   */
  static Optional<Finding> check(
      Heard post, MinuteBook book, ToDoubleFunction<String> usual, boolean warm) {
    if (!post.has(Heard.PR_RISK) || post.has(Heard.NOISE)) {
      return Optional.empty();
    }
    long minute = MinuteBook.minute(post.at());
    if (post.riskKind() != null) {
      String signal = Heard.RISK + post.riskKind();
      Optional<Finding> found = check(signal, book, minute, usual.applyAsDouble(signal), warm);
      if (found.isPresent()) {
        return found;
      }
    }
    return post.storyId() == null
        ? Optional.empty()
        : check(
            Heard.STORY + post.storyId(),
            book,
            minute,
            usual.applyAsDouble(Heard.RISKS) * SHARED,
            warm);
  }

  private static Optional<Finding> check(
      String signal, MinuteBook book, long minute, double usual, boolean warm) {
    List<Heard> telling =
        book.posts(signal, minute - HOUR, minute + 1).stream()
            .filter(p -> p.has(Heard.PR_RISK))
            .toList();
    return WINDOWS.stream()
        .map(window -> within(window, signal, telling, book, minute, usual, warm))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(Finding::strength));
  }

  private static Optional<Finding> within(
      long window,
      String signal,
      List<Heard> ofHour,
      MinuteBook book,
      long minute,
      double usual,
      boolean warm) {
    List<Heard> telling =
        ofHour.stream().filter(p -> MinuteBook.minute(p.at()) > minute - window).toList();
    long people = WhyFinder.authors(telling);
    if (people < FEWEST || window < HOUR && !warm) {
      return Optional.empty();
    }
    double share = window / (double) HOUR;
    long needed =
        warm
            ? needed(Math.max(usual, LEAST) * share, CHANCE * share)
            : Math.max(
                FEWEST,
                (long)
                    Math.ceil(SHARE_OF_HOUR * book.posts(null, minute - HOUR, minute + 1).size()));
    return people >= needed
        ? Optional.of(
            new Finding(signal, 1 + 0.1 * (people - needed), telling.size(), usual * share, window))
        : Optional.empty();
  }

  /** How many people chance would hardly ever bring together where so many are expected. */
  static long needed(double expected, double chance) {
    double wandering = expected * (1 + WANDER * Math.min(1, expected));
    long people = FEWEST;
    while (atLeast(people, wandering) >= chance) {
      people++;
    }
    return people;
  }

  /** The chance that so many come where so many are expected (Poisson). */
  static double atLeast(long many, double expected) {
    double term = Math.exp(-expected);
    double below = 0;
    for (long i = 0; i < many; i++) {
      below += term;
      term *= expected / (i + 1);
    }
    if (below < 0.5) {
      return 1 - below;
    }
    double tail = 0;
    for (long i = many; i < many + 200 && term > 0; i++) {
      tail += term;
      term *= expected / (i + 1);
    }
    return tail;
  }
}
