package dev.frontline.classify.encoder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into word pieces as BERT's uncased models expect them: control characters dropped,
 * Chinese characters apart, lower case without accents, punctuation apart, then the longest piece
 * that fits, again and again. What a post writes like a mark ({@code [SEP]}) stays plain text.
 */
public final class WordPiece {

  private static final int LONGEST_WORD = 100;

  private final Vocabulary vocabulary;
  private final int begin;
  private final int end;
  private final int unknown;

  public WordPiece(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.begin = vocabulary.mark("[CLS]");
    this.end = vocabulary.mark("[SEP]");
    this.unknown = vocabulary.mark("[UNK]");
  }

  /**
   * Numbers of the pieces, framed by the two marks.
   *
   * @param most pieces with the marks; what comes after is cut off
   */
  public long[] encode(String text, int most) {
    long[] ids = new long[most];
    ids[0] = begin;
    int count = 1;
    String plain = plain(text);
    int from = -1;
    for (int i = 0; i <= plain.length() && count < most - 1; ) {
      int code = i < plain.length() ? plain.codePointAt(i) : ' ';
      boolean apart = Letters.isPunctuation(code) || Letters.isChinese(code);
      if (apart || code == ' ') {
        if (from >= 0) {
          count = word(plain.substring(from, i), ids, count);
          from = -1;
        }
        if (apart) {
          count = word(Character.toString(code), ids, count);
        }
      } else if (from < 0) {
        from = i;
      }
      i += Character.charCount(code);
    }
    ids[count++] = end;
    return Arrays.copyOf(ids, count);
  }

  private int word(String word, long[] ids, int at) {
    int last = ids.length - 1;
    if (at >= last) {
      return at;
    }
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      ids[at] = unknown;
      return at + 1;
    }
    int next = at;
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      @Nullable Integer found = null;
      while (to > from && found == null) {
        String piece = word.substring(from, to);
        found = from == 0 ? vocabulary.whole(piece) : vocabulary.continued(piece);
        to = found == null ? word.offsetByCodePoints(to, -1) : to;
      }
      if (found == null) {
        ids[at] = unknown;
        return at + 1;
      }
      if (next < last) {
        ids[next++] = found;
      }
      from = to;
    }
    return next;
  }

  private static String plain(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    boolean ascii = true;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      if (Letters.isSpace(code)) {
        kept.append(' ');
      } else if (!Letters.isControl(code)) {
        kept.appendCodePoint(code);
        ascii &= code < 0x80;
      }
    }
    return ascii ? kept.toString().toLowerCase(Locale.ROOT) : withoutAccents(kept);
  }

  private static String withoutAccents(CharSequence text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(kept::appendCodePoint);
    return kept.toString().toLowerCase(Locale.ROOT);
  }
}
