package dev.frontline.ingest.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inside of quotation marks, place by place. A {@code *} is a wildcard, as is a {@code ?}
 * within a word (at its end people ask something); brackets with {@code OR} in them hold
 * alternatives, all others are marks like any.
 */
final class Phrase {

  private static final int MOST_ALTERNATIVES = 50;
  private static final Pattern PLACE = Pattern.compile("\\(([^()]*\\sOR\\s[^()]*)\\)|[^\\s()]+");
  private static final Pattern UNCLOSED = Pattern.compile("\\([^()]*\\sOR\\s[^()]*(\\(|$)");
  private static final Pattern OR = Pattern.compile("\\s+OR(?=\\s)");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern WILD =
      Pattern.compile("\\*|(?<=[\\p{L}\\p{N}_?])\\?(?=[\\p{L}\\p{N}_?]*[\\p{L}\\p{N}_])");

  /** Marks around a word, which {@code #}, {@code @} and wildcards are not. */
  private static final Pattern AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}_#@*?]+|[^\\p{L}\\p{N}\\p{M}_*]+$");

  private final List<Place> places = new ArrayList<>();
  private int wildcards;

  private Phrase() {}

  /**
   * @param at where the inside begins in the query
   */
  static Phrase of(String inside, int at) throws QueryFault {
    Matcher unclosed = UNCLOSED.matcher(inside);
    if (unclosed.find()) {
      throw new QueryFault(
          at + unclosed.start(),
          "a bracket opens here",
          "expected ) before another ( or the end of the phrase");
    }
    Phrase phrase = new Phrase();
    Matcher place = PLACE.matcher(inside);
    while (place.find()) {
      if (place.group(1) == null) {
        phrase.places.addAll(phrase.words(place.group(), at + place.start()));
      } else {
        phrase.places.add(phrase.alternatives(place.group(1), at + place.start(1)));
      }
    }
    if (phrase.places.isEmpty()) {
      throw new QueryFault(at - 1, "a phrase without a letter or digit", "expected a word there");
    }
    return phrase;
  }

  /** Whether it is more than words one after the other. */
  static boolean isMore(String inside) {
    return WILD.matcher(inside).find() || OR.matcher(inside).find() && inside.indexOf('(') >= 0;
  }

  List<Place> places() {
    return places;
  }

  int wildcards() {
    return wildcards;
  }

  private Place alternatives(String text, int at) throws QueryFault {
    List<Place> some = new ArrayList<>();
    int from = 0;
    Matcher or = OR.matcher(text);
    while (or.find()) {
      some.add(alternative(text.substring(from, or.start()), at + from));
      from = or.end();
    }
    some.add(alternative(text.substring(from), at + from));
    if (some.size() > MOST_ALTERNATIVES) {
      throw new QueryFault(
          at, some.size() + " alternatives", "expected at most 50 between brackets");
    }
    return Place.any(some);
  }

  private Place alternative(String text, int at) throws QueryFault {
    List<Place> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.addAll(words(word.group(), at + word.start()));
    }
    if (words.isEmpty()) {
      int here = at + text.length() - text.stripLeading().length();
      throw new QueryFault(
          here, "an alternative without a letter or digit", "expected a word there");
    }
    Place side = Place.inOrder(words, 0);
    return isMore(text) ? side : new Place(side.source(), SearchTerms.of(text.strip()), 1);
  }

  private List<Place> words(String text, int at) throws QueryFault {
    if (WILD.matcher(text).find()) {
      wildcards++;
      Matcher around = AROUND.matcher(text);
      int marks = around.find() && around.start() == 0 ? around.end() : 0;
      String bare = around.reset().replaceAll("");
      return List.of(new Place(Wildcard.of(bare, at + marks).source(), SearchTerms.none(bare), 1));
    }
    List<Place> places = new ArrayList<>();
    for (String word : Words.ofQuery(text)) {
      places.add(Place.words(List.of(word), word));
    }
    return places;
  }
}
