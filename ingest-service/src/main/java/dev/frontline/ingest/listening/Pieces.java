package dev.frontline.ingest.listening;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Words and phrases of a query, as Lucene's. */
final class Pieces {

  private static final Pattern PHRASE =
      Pattern.compile("[\"\u201c\u201d](.*)[\"\u201c\u201d](~(\\d*))?", Pattern.DOTALL);
  private static final int MOST_BETWEEN = 50;

  /** Each is looked up in all words of the posts. */
  private static final int MOST_WILDCARDS = 50;

  private int wildcards;

  int wildcards() {
    return wildcards;
  }

  Clause clause(Token token) throws QueryFault {
    if (token.type() == Token.Type.PHRASE) {
      return phrase(token);
    }
    if (isWild(token)) {
      count(1, token);
      return new Clause(
          Wildcard.of(token.text(), token.at()).query(), SearchTerms.none(token.text()));
    }
    return new Clause(inOrder(words(token, token.text()), 0), SearchTerms.of(token.text().strip()));
  }

  private Clause phrase(Token token) throws QueryFault {
    Matcher parts = parts(token);
    String inside = parts.group(1);
    int between = between(token, parts.group(2), parts.group(3));
    if (Phrase.isMore(inside)) {
      return clause(place(token), token);
    }
    List<String> words = words(token, inside);
    SearchTerms terms =
        between == 0
            ? SearchTerms.of(inside.strip())
            : SearchTerms.all(words.stream().map(SearchTerms::of).toList());
    return new Clause(inOrder(words, between), terms);
  }

  /** What stands beside NEAR. */
  Place place(Token token) throws QueryFault {
    if (token.type() == Token.Type.PHRASE) {
      Matcher parts = parts(token);
      int between = between(token, parts.group(2), parts.group(3));
      Phrase phrase = Phrase.of(parts.group(1), token.at() + 1);
      count(phrase.wildcards(), token);
      return checked(Place.inOrder(phrase.places(), between), token);
    }
    if (isWild(token)) {
      count(1, token);
      return new Place(
          Wildcard.of(token.text(), token.at()).source(), SearchTerms.none(token.text()), 1);
    }
    return Place.words(words(token, token.text()), token.text());
  }

  /** At most so many words between them, in any order. */
  Clause near(List<Place> places, int between, Token first) throws QueryFault {
    return clause(checked(Place.near(places, between), first), first);
  }

  private static Clause clause(Place place, Token token) {
    return new Clause(
        new IntervalQuery(PostDocument.TEXT, place.source()),
        place.terms().anyOf().isEmpty() ? SearchTerms.none(token.text()) : place.terms());
  }

  private static Place checked(Place place, Token token) throws QueryFault {
    if (place.ways() > Place.MOST_WAYS) {
      throw new QueryFault(
          token.at(),
          "brackets that can be read in more than 64 ways",
          "expected fewer alternatives of several words");
    }
    return place;
  }

  private void count(int more, Token token) throws QueryFault {
    wildcards += more;
    if (wildcards > MOST_WILDCARDS) {
      throw new QueryFault(
          token.at(), "wildcard number " + wildcards, "expected at most 50 in one query");
    }
  }

  private static boolean isWild(Token token) {
    return token.text().indexOf('*') >= 0 || token.text().indexOf('?') >= 0;
  }

  private static Matcher parts(Token token) throws QueryFault {
    Matcher parts = PHRASE.matcher(token.text());
    if (!parts.matches()) {
      throw new QueryFault(token.at(), token.text(), "expected a \"phrase\"");
    }
    return parts;
  }

  private static int between(Token token, @Nullable String tilde, @Nullable String number)
      throws QueryFault {
    if (tilde == null) {
      return 0;
    }
    if (number == null
        || number.isEmpty()
        || number.length() > 2
        || Integer.parseInt(number) > MOST_BETWEEN) {
      throw new QueryFault(
          token.at() + token.text().lastIndexOf('~'), tilde, "expected ~ and a number up to 50");
    }
    return Integer.parseInt(number);
  }

  private static List<String> words(Token token, String text) throws QueryFault {
    List<String> words = Words.ofQuery(text);
    if (words.isEmpty()) {
      throw new QueryFault(
          token.at(), "'" + text + "' holds no letter or digit", "expected a word there");
    }
    return words;
  }

  private static Query inOrder(List<String> words, int between) {
    if (words.size() == 1) {
      return new TermQuery(new Term(PostDocument.TEXT, words.get(0)));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(between);
    words.forEach(word -> phrase.add(new Term(PostDocument.TEXT, word)));
    return phrase.build();
  }
}
