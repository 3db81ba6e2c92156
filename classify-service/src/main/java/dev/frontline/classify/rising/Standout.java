package dev.frontline.classify.rising;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which terms stand out: those that more people used in the last hours than their own rate of the
 * hours before explains.
 *
 * <p>Expected is the number of authors who used the term before, half a one more, times how much
 * was said lately for every post before: a busy morning raises all words alike and none of them
 * stands out. A term does with five authors or more, at least twice the expected number, and four
 * standard deviations of a Poisson count above it. With fewer than fifty posts before nothing is
 * said.
 */
final class Standout {

  static final Duration LATELY = Duration.ofHours(3);
  static final Duration BEFORE = Duration.ofHours(45);

  static final int LEAST_AUTHORS = 5;
  static final int LEAST_POSTS_BEFORE = 50;
  private static final double NEVER_HEARD = 0.5;
  private static final double SIGMAS = 4;
  private static final double FACTOR = 2;

  /** A word that stands mostly in a pair is told by the pair. */
  private static final double SHARE_OF_PAIR = 0.7;

  private Standout() {}

  /** The most surprising first. */
  static List<RisingTerm> of(List<HourOfTerms> lately, List<HourOfTerms> before, int most) {
    int posts = lately.stream().mapToInt(HourOfTerms::posts).sum();
    int postsBefore = before.stream().mapToInt(HourOfTerms::posts).sum();
    if (postsBefore < LEAST_POSTS_BEFORE) {
      return List.of();
    }
    Set<String> terms = new HashSet<>();
    lately.forEach(hour -> terms.addAll(hour.terms()));
    List<RisingTerm> found = new ArrayList<>();
    for (String term : terms) {
      judged(term, lately, before, (double) posts / postsBefore).ifPresent(found::add);
    }
    return found.stream()
        .filter(term -> !isPartOfAny(term, found))
        .sorted(
            Comparator.comparingDouble(Standout::surprise)
                .reversed()
                .thenComparing(RisingTerm::term))
        .limit(most)
        .toList();
  }

  private static Optional<RisingTerm> judged(
      String term, List<HourOfTerms> lately, List<HourOfTerms> before, double share) {
    Set<Integer> known = new HashSet<>();
    int authors = 0;
    String example = "";
    for (HourOfTerms hour : lately) {
      known.addAll(hour.authors(term));
      authors += hour.example(term).isEmpty() ? 0 : hour.others(term);
      example = hour.example(term).isEmpty() ? example : hour.example(term);
    }
    authors += known.size();
    if (authors < LEAST_AUTHORS) {
      return Optional.empty();
    }
    double used = before.stream().mapToInt(h -> h.authors(term).size() + h.others(term)).sum();
    double expected = (used + NEVER_HEARD) * share;
    boolean standsOut =
        authors >= FACTOR * expected && authors >= expected + SIGMAS * Math.sqrt(expected);
    return standsOut
        ? Optional.of(new RisingTerm(term, authors, Math.round(expected * 10) / 10.0, example))
        : Optional.empty();
  }

  private static boolean isPartOfAny(RisingTerm one, List<RisingTerm> found) {
    return one.term().indexOf(' ') < 0
        && found.stream()
            .anyMatch(
                pair ->
                    pair.term().indexOf(' ') >= 0
                        && Arrays.asList(pair.term().split(" ")).contains(one.term())
                        && pair.authors() >= SHARE_OF_PAIR * one.authors());
  }

  /** Standard deviations above the expected number. */
  private static double surprise(RisingTerm term) {
    return (term.authors() - term.expected()) / Math.sqrt(term.expected() + 1);
  }
}
