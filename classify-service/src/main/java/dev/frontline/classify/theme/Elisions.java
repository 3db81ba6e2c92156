package dev.frontline.classify.theme;

/** French words that lost a vowel before another word, as in {@code l'hôpital}. */
final class Elisions {

  private static final String SHORT = "ldjmtsnc";

  private Elisions() {}

  /** The text with such words apart; every character keeps its place. */
  static String apart(String text) {
    if (text.indexOf('\'') < 0 && text.indexOf('’') < 0) {
      return text;
    }
    StringBuilder apart = new StringBuilder(text);
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '\'' || c == '’') && Character.isLetter(text.charAt(i + 1)) && elides(text, i)) {
        apart.setCharAt(i, ' ');
      }
    }
    return apart.toString();
  }

  /** Whether what stands before the apostrophe is one of the short words and no end of another. */
  private static boolean elides(String text, int apostrophe) {
    char last = Character.toLowerCase(text.charAt(apostrophe - 1));
    int first = apostrophe - 1;
    if (last == 'u' && first > 0 && Character.toLowerCase(text.charAt(first - 1)) == 'q') {
      first--;
    } else if (SHORT.indexOf(last) < 0) {
      return false;
    }
    return first == 0 || !Character.isLetterOrDigit(text.charAt(first - 1));
  }
}
