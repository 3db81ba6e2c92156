package dev.frontline.ingest.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/** Words and phrases of a query, as Lucene's. */
final class Pieces {

  private static final Pattern PHRASE =
      Pattern.compile("[\"\u201c\u201d](.*)[\"\u201c\u201d](~(\\d*))?", Pattern.DOTALL);
  private static final int MOST_BETWEEN = 50;
  private static final int LEAST_LETTERS = 2;

  private int wildcards;

  int wildcards() {
    return wildcards;
  }

  Query query(Token token) throws QueryFault {
    return token.type() == Token.Type.PHRASE ? phrase(token) : word(token);
  }

  private Query word(Token token) throws QueryFault {
    String text = token.text();
    if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
      return wildcard(token);
    }
    return inOrder(words(token, text), 0);
  }

  private Query wildcard(Token token) throws QueryFault {
    String folded = Folding.fold(token.text());
    int letters = 0;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      boolean wild = c == '*' || c == '?';
      boolean sign = i == 0 && (c == '#' || c == '@');
      if (!wild && !sign && !Words.isWord(c)) {
        throw new QueryFault(
            token.at() + i,
            "'" + Character.toString(c) + "' in a word with a wildcard",
            "expected letters, digits, * and ?");
      }
      if (wild && letters < LEAST_LETTERS) {
        throw new QueryFault(
            token.at() + i,
            "a wildcard near the beginning",
            "expected two letters or more before * or ?");
      }
      letters += wild || sign ? 0 : 1;
      i += Character.charCount(c);
    }
    wildcards++;
    int star = folded.indexOf('*');
    boolean prefix = star == folded.length() - 1 && folded.indexOf('?') < 0;
    return prefix
        ? new PrefixQuery(new Term(PostDocument.TEXT, folded.substring(0, star)))
        : new WildcardQuery(new Term(PostDocument.TEXT, folded));
  }

  private Query phrase(Token token) throws QueryFault {
    Matcher parts = PHRASE.matcher(token.text());
    if (!parts.matches()) {
      throw new QueryFault(token.at(), token.text(), "expected a \"phrase\"");
    }
    String inside = parts.group(1);
    if (inside.indexOf('*') >= 0) {
      throw new QueryFault(
          token.at() + 1 + inside.indexOf('*'),
          "a wildcard in a phrase",
          "expected whole words there");
    }
    return inOrder(words(token, inside), between(token, parts.group(2), parts.group(3)));
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

  /** At most so many words between them, in any order. */
  Query near(List<Token> tokens, int between) throws QueryFault {
    List<IntervalsSource> sources = new ArrayList<>();
    for (Token token : tokens) {
      String text = token.text();
      if (text.indexOf('*') >= 0) {
        throw new QueryFault(
            token.at() + text.indexOf('*'), "a wildcard beside NEAR", "expected whole words there");
      }
      List<String> words = words(token, text);
      sources.add(
          words.size() == 1
              ? Intervals.term(words.get(0))
              : Intervals.phrase(words.toArray(String[]::new)));
    }
    return new IntervalQuery(
        PostDocument.TEXT,
        Intervals.maxgaps(between, Intervals.unordered(sources.toArray(IntervalsSource[]::new))));
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
