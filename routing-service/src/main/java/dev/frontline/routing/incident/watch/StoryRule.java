package dev.frontline.routing.incident.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Small brands have no statistics: the third person within an hour who tells the same risky story
 * is an alarm. So is any number of people that chance would hardly ever bring together within an
 * hour, a quarter of it or five minutes, which on a busy brand is more than three.
 */
final class StoryRule {

  static final int FEWEST = 3;
  private static final long HOUR = 60;

  /** Who tells a story oftener than that within an hour is a machine, and no person. */
  private static final int TIMES_OF_A_PERSON = 10;

  /** In minutes: a busy brand's hour holds so many by chance that a story is seen late in it. */
  private static final List<Long> WINDOWS = List.of(5L, 15L, HOUR);

  /** Of an hour, about once in four years; of what there are more of in a day, as much less. */
  private static final double CHANCE = 3e-5;

  /** The shorter windows are looked at beside the hour and add only so much to that. */
  private static final double OF_SHORT = 0.3;

  /** Posts that are added to both sides where an hour is compared with the usual. */
  private static final double PRIOR = 10;

  private static final double BUSIEST = 3;

  /** Of a brand's risky posts so many by chance tell what another one does. */
  private static final double SHARED = 0.2;

  /** A rate that is not small wanders by so much: more than chance alone lets counts vary. */
  private static final double WANDER = 0.75;

  private static final double LEAST = 0.01;

  /** Of so many expected the Poisson sum begins with a term too small to be a number. */
  private static final double MANY = 400;

  /** In standard deviations, rarer than any chance that is asked for. */
  private static final double FAR = 5.5;

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
      Optional<Finding> found = check(signal, book, minute, usual, signal, 1, warm);
      if (found.isPresent()) {
        return found;
      }
    }
    return post.storyId() == null
        ? Optional.empty()
        : check(Heard.STORY + post.storyId(), book, minute, usual, Heard.RISKS, SHARED, warm);
  }

  private static Optional<Finding> check(
      String signal,
      MinuteBook book,
      long minute,
      ToDoubleFunction<String> usual,
      String of,
      double part,
      boolean warm) {
    List<Heard> telling =
        book.posts(signal, minute - HOUR, minute + 1).stream()
            .filter(p -> p.has(Heard.PR_RISK))
            .toList();
    Map<Long, Long> times =
        telling.stream().collect(Collectors.groupingBy(Heard::author, Collectors.counting()));
    List<Heard> people =
        telling.stream().filter(p -> times.get(p.author()) <= TIMES_OF_A_PERSON).toList();
    long others = book.posts(null, minute - HOUR, minute + 1).size() - telling.size();
    double expected = usual.applyAsDouble(of) * part * busy(others, usual.applyAsDouble(Heard.ALL));
    return WINDOWS.stream()
        .map(window -> within(window, signal, people, book, minute, expected, warm))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(Finding::strength));
  }

  /** Where more is said of everything else, more people also tell the same by chance. */
  private static double busy(long others, double usual) {
    return Math.min(BUSIEST, Math.max(1, (others + PRIOR) / (usual + PRIOR)));
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
            ? needed(
                Math.max(usual, LEAST) * share, CHANCE * (window < HOUR ? share * OF_SHORT : 1))
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
    if (wandering > MANY) {
      return (long) Math.ceil(wandering + FAR * Math.sqrt(wandering));
    }
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
