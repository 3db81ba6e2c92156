package dev.frontline.ingest.listening;

import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A word of which only some letters are known.
 *
 * @param text folded, with {@code *} for any letters and {@code ?} for one
 */
record Wildcard(String text) {

  private static final int LEAST_LETTERS = 2;

  /** More of them take longer to look up than any word is worth. */
  private static final int MOST_WILD = 4;

  private static final int LONGEST = 60;

  /**
   * In a phrase or beside NEAR it stands for so many different words of the posts that are matched
   * together; where they hold more, fewer are matched together.
   */
  private static final int MOST_WORDS = IndexSearcher.getMaxClauseCount();

  /**
   * @param at where the word begins in the query
   */
  static Wildcard of(String written, int at) throws QueryFault {
    String folded = Folding.fold(written);
    boolean sameLength = folded.length() == written.length();
    if (folded.length() > LONGEST) {
      throw new QueryFault(at, "a long word with a wildcard", "expected at most 60 characters");
    }
    int letters = 0;
    int wilds = 0;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      int here = sameLength ? at + i : at;
      boolean wild = c == '*' || c == '?';
      boolean sign = i == 0 && (c == '#' || c == '@');
      if (!wild && !sign && !Words.isWord(c)) {
        throw new QueryFault(
            here,
            "'" + Character.toString(c) + "' in a word with a wildcard",
            "expected letters, digits, * and ?");
      }
      if (Folding.isUnspaced(c)) {
        throw new QueryFault(
            here,
            "a wildcard in a script without spaces",
            "expected the name alone: it is found inside longer words, too");
      }
      if (wild && letters < LEAST_LETTERS) {
        throw new QueryFault(
            here, "a wildcard near the beginning", "expected two letters or more before * or ?");
      }
      letters += wild || sign ? 0 : 1;
      wilds += wild ? 1 : 0;
      if (wilds > MOST_WILD) {
        throw new QueryFault(
            here, "wildcard number " + wilds + " in one word", "expected at most 4 in a word");
      }
      i += Character.charCount(c);
    }
    return new Wildcard(folded);
  }

  Query query() {
    return isPrefix()
        ? new PrefixQuery(new Term(PostDocument.TEXT, beginning()))
        : new WildcardQuery(new Term(PostDocument.TEXT, text));
  }

  IntervalsSource source() {
    return isPrefix()
        ? Intervals.prefix(new BytesRef(beginning()), MOST_WORDS)
        : Intervals.wildcard(new BytesRef(text), MOST_WORDS);
  }

  private boolean isPrefix() {
    return text.indexOf('*') == text.length() - 1 && text.indexOf('?') < 0;
  }

  private String beginning() {
    return text.substring(0, text.length() - 1);
  }
}
