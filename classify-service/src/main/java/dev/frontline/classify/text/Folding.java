package dev.frontline.classify.text;

import java.text.Normalizer;

/** Lower case without accents, one table look-up a character for Latin text. */
public final class Folding {

  private static final int TABLE = 0x250;
  private static final char[] FOLDED = table();

  private Folding() {}

  /** The character as it is compared; digits become {@code 0}. */
  public static char fold(char c) {
    if (c < TABLE) {
      return FOLDED[c];
    }
    if (c == '’' || c == '‘') {
      return '\'';
    }
    return Character.toLowerCase(c);
  }

  private static char[] table() {
    char[] table = new char[TABLE];
    for (char c = 0; c < TABLE; c++) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      char lower = Character.toLowerCase(plain.charAt(0));
      table[c] = lower >= '0' && lower <= '9' ? '0' : lower;
    }
    return table;
  }
}
