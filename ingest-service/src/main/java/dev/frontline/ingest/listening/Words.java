package dev.frontline.ingest.listening;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words: runs of letters, digits and underscores, folded. {@code #tag} and {@code
 * @name} are words of their own, and their bare word stands beside them, so that {@code acme} finds
 * {@code #acme} while {@code #acme} finds the hashtag alone. Scripts without spaces are cut into
 * characters. An Arabic noun stands beside itself without its article.
 */
final class Words {

  private static final String[] ARTICLES = {
    "\u0648\u0627\u0644",
    "\u0628\u0627\u0644",
    "\u0643\u0627\u0644",
    "\u0641\u0627\u0644",
    "\u0627\u0644",
    "\u0644\u0644"
  };
  private static final int SHORTEST_NOUN = 3;

  private Words() {}

  /** All words of a post. */
  static List<Word> ofPost(String text) {
    return cut(Folding.fold(text), true);
  }

  /** What a query looks for: no words beside others. */
  static List<String> ofQuery(String text) {
    return cut(Folding.fold(text), false).stream().map(Word::text).toList();
  }

  private static List<Word> cut(String text, boolean beside) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 1);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if ((c == '#' || c == '@') && starts(text, i)) {
        int end = nameEnd(text, i + 1, c == '@');
        words.add(new Word(text.substring(i, end), false));
        if (beside) {
          int first = words.size();
          run(text, i + 1, end, true, true, words);
          if (words.size() > first) {
            words.set(first, new Word(words.get(first).text(), true));
          }
        }
        i = end;
      } else if (isWord(c)) {
        i = run(text, i, text.length(), false, beside, words);
      } else {
        i += Character.charCount(c);
      }
    }
    return words;
  }

  /**
   * The words between two places.
   *
   * @param whole on to the end, over what stands between words; else to the end of this word
   */
  private static int run(
      String text, int from, int end, boolean whole, boolean beside, List<Word> words) {
    int i = from;
    int start = from;
    while (i < end) {
      int c = text.codePointAt(i);
      if (Folding.isUnspaced(c) && isWord(c)) {
        add(text, start, i, beside, words);
        i += Character.charCount(c);
        words.add(new Word(text.substring(i - Character.charCount(c), i), false));
        start = i;
      } else if (isWord(c)) {
        i += Character.charCount(c);
      } else {
        add(text, start, i, beside, words);
        if (!whole) {
          return i;
        }
        i += Character.charCount(c);
        start = i;
      }
    }
    add(text, start, end, beside, words);
    return end;
  }

  private static void add(String text, int from, int to, boolean beside, List<Word> words) {
    if (to <= from) {
      return;
    }
    String word = text.substring(from, to);
    words.add(new Word(word, false));
    if (beside && Folding.isArabic(word.charAt(0))) {
      for (String article : ARTICLES) {
        if (word.startsWith(article) && word.length() - article.length() >= SHORTEST_NOUN) {
          words.add(new Word(word.substring(article.length()), true));
          return;
        }
      }
    }
  }

  private static boolean starts(String text, int at) {
    boolean after = at + 1 < text.length() && isWord(text.codePointAt(at + 1));
    return after && (at == 0 || !isWord(text.codePointBefore(at)));
  }

  /** A handle may hold dots, dashes and a server: {@code @jo.doe@ex.social}. */
  private static int nameEnd(String text, int from, boolean handle) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean joint =
          handle
              && (c == '.' || c == '-' || c == '@')
              && i + 1 < text.length()
              && isWord(text.codePointAt(i + 1));
      if (!isWord(c) && !joint) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == 0x3099 || c == 0x309A;
  }
}
