package dev.frontline.ingest.listening;

import java.util.List;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * What may stand at one place of a phrase, or beside NEAR.
 *
 * @param source as Lucene finds it
 * @param terms of it
 * @param ways in how many different lengths it may be written
 */
record Place(IntervalsSource source, SearchTerms terms, int ways) {

  /**
   * Phrases whose places can be combined in more ways are refused: each is looked for by itself.
   */
  static final int MOST_WAYS = 64;

  /** Words side by side. */
  static Place words(List<String> words, String written) {
    return new Place(
        words.size() == 1
            ? Intervals.term(words.get(0))
            : Intervals.phrase(words.toArray(String[]::new)),
        SearchTerms.of(written),
        1);
  }

  /** Any of several; those of one word each are looked for together. */
  static Place any(List<Place> some) {
    int longer = (int) some.stream().filter(one -> one.source.minExtent() > 1).count();
    return new Place(
        Intervals.or(sources(some)),
        SearchTerms.any(some.stream().map(Place::terms).toList()),
        Math.max(1, longer + (longer < some.size() ? 1 : 0)));
  }

  /**
   * One after the other, with at most so many words between; two may change places for two more.
   */
  static Place inOrder(List<Place> places, int between) {
    SearchTerms terms = SearchTerms.all(places.stream().map(Place::terms).toList());
    IntervalsSource[] all = sources(places);
    IntervalsSource source;
    int ways = ways(places);
    if (all.length == 1) {
      source = all[0];
    } else if (between == 0) {
      source = Intervals.phrase(all);
    } else {
      source = Intervals.maxgaps(between, Intervals.ordered(all));
      if (all.length == 2 && between >= 2) {
        source =
            Intervals.or(source, Intervals.maxgaps(between - 2, Intervals.ordered(all[1], all[0])));
        ways *= 2;
      }
    }
    return new Place(source, terms, ways);
  }

  /** In any order, with at most so many words between. */
  static Place near(List<Place> places, int between) {
    return new Place(
        Intervals.maxgaps(between, Intervals.unordered(sources(places))),
        SearchTerms.all(places.stream().map(Place::terms).toList()),
        ways(places));
  }

  private static int ways(List<Place> places) {
    int ways = 1;
    for (Place place : places) {
      ways = Math.min(MOST_WAYS + 1, ways * place.ways);
    }
    return ways;
  }

  private static IntervalsSource[] sources(List<Place> places) {
    return places.stream().map(Place::source).toArray(IntervalsSource[]::new);
  }
}
