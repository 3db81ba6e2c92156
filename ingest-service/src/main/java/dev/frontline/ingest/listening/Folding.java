package dev.frontline.ingest.listening;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What makes no difference between two spellings: capitals, accents, width, Arabic's vowel marks
 * and forms of one letter. Japanese voiced marks do make a difference and stay.
 */
final class Folding {

  /** Written without spaces: each character is a word, and a name is a phrase of them. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final int FIRST_VOICED = 0x3099;
  private static final int LAST_VOICED = 0x309A;
  private static final int LATIN_END = 0x250;

  private Folding() {}

  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      boolean voiced = c >= FIRST_VOICED && c <= LAST_VOICED;
      if (voiced || !isMark(c)) {
        out.append(letter(c));
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  static boolean isUnspaced(int codePoint) {
    return codePoint > LATIN_END && UNSPACED.contains(UnicodeScript.of(codePoint));
  }

  static boolean isArabic(int codePoint) {
    return codePoint >= 0x600 && codePoint <= 0x6FF;
  }

  /** Forms of one Arabic letter that people write for each other. */
  private static char letter(char c) {
    return switch (c) {
      case '\u0671' -> '\u0627';
      case '\u0649' -> '\u064A';
      case '\u0629' -> '\u0647';
      default -> c;
    };
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u0640';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
