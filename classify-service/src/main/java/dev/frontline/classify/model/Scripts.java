package dev.frontline.classify.model;

import org.jspecify.annotations.Nullable;

/** Languages that show in their letters alone. */
final class Scripts {

  private static final int ENOUGH = 200;

  private Scripts() {}

  /**
   * The language of most letters, {@code und} for a script of many; null where the table decides.
   */
  static @Nullable String language(CharSequence text) {
    int foreign = 0;
    int letters = 0;
    String found = "und";
    for (int i = 0; i < text.length() && letters < ENOUGH; i++) {
      char c = text.charAt(i);
      if (c < 0x370) {
        letters += c >= 'A' && Character.isLetter(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        letters++;
        String own = of(c);
        if (own != null) {
          foreign++;
          found = found.equals("ja") ? found : own;
        }
      }
    }
    return foreign * 2 > letters ? found : null;
  }

  private static @Nullable String of(char c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HIRAGANA, KATAKANA -> "ja";
      case HAN -> "zh";
      case HANGUL -> "ko";
      case GREEK -> "el";
      case HEBREW -> "he";
      case THAI -> "th";
      case LATIN, ARABIC, DEVANAGARI, COMMON, INHERITED -> null;
      default -> "und";
    };
  }
}
