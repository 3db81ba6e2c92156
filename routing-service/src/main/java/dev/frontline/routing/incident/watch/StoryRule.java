package dev.frontline.routing.incident.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Small brands have no statistics: the third person within an hour who tells the same risky story
 * is an alarm. So is any number of people that chance would hardly ever bring together, which on a
 * busy brand is more than three.
 */
final class StoryRule {

  static final int FEWEST = 3;
  private static final long HOUR = 60;

  /** About once in four years of hours. */
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
    long people = WhyFinder.authors(telling);
    if (people < FEWEST) {
      return Optional.empty();
    }
    long needed =
        warm
            ? needed(Math.max(usual, LEAST))
            : Math.max(
                FEWEST,
                (long)
                    Math.ceil(SHARE_OF_HOUR * book.posts(null, minute - HOUR, minute + 1).size()));
    return people >= needed
        ? Optional.of(new Finding(signal, 1 + 0.1 * (people - needed), telling.size(), usual, HOUR))
        : Optional.empty();
  }

  /** How many people chance would hardly ever bring together where so many are expected. */
  static long needed(double expected) {
    double wandering = expected * (1 + WANDER * Math.min(1, expected));
    long people = FEWEST;
    while (atLeast(people, wandering) >= CHANCE) {
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
