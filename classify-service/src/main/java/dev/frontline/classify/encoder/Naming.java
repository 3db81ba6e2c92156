package dev.frontline.classify.encoder;

/**
 * Where links and mentions in a post end. As regular expressions, the links found first and each
 * read as {@code http} thereafter: {@code (?i)(?:https?://|www\.)\S+} and {@code
 * (?<![\w@])@\w+(?:[.@-]\w+)*}.
 */
final class Naming {

  /** What is said where nothing begins. */
  static final int NONE = -1;

  private static final char[] SCHEME = "http".toCharArray();
  private static final char[] SLASHES = "://".toCharArray();
  private static final char[] HOST = "www.".toCharArray();

  private Naming() {}

  /** The end of the link that begins at {@code from}, or {@link #NONE}. */
  static int linkEnd(char[] text, int from) {
    int address = address(text, from);
    if (address == NONE || address == text.length || isBlank(text[address])) {
      return NONE;
    }
    int end = address;
    while (end < text.length && !isBlank(text[end])) {
      end++;
    }
    return end;
  }

  private static int address(char[] text, int from) {
    if (begins(text, from, HOST)) {
      return from + HOST.length;
    }
    if (!begins(text, from, SCHEME)) {
      return NONE;
    }
    int to = from + SCHEME.length;
    if (to < text.length && lower(text[to]) == 's') {
      to++;
    }
    return begins(text, to, SLASHES) ? to + SLASHES.length : NONE;
  }

  /** The end of the mention whose {@code @} stands at {@code from}, or {@link #NONE}. */
  static int mentionEnd(char[] text, int from) {
    if (from > 0 && (isWord(text[from - 1]) || text[from - 1] == '@')) {
      return NONE;
    }
    int end = from;
    // Each turn takes the sign before a part of the name, then the part.
    while (end + 1 < text.length && isWord(text[end + 1]) && joins(text[end])) {
      end++;
      while (end < text.length && isWord(text[end])) {
        int link = linkEnd(text, end);
        if (link != NONE) {
          return link;
        }
        end++;
      }
    }
    return end == from ? NONE : end;
  }

  private static boolean joins(char sign) {
    return sign == '.' || sign == '@' || sign == '-';
  }

  private static boolean begins(char[] text, int from, char[] with) {
    if (text.length - from < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if (lower(text[from + i]) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char letter) {
    char lower = lower(letter);
    return lower >= 'a' && lower <= 'z' || letter >= '0' && letter <= '9' || letter == '_';
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter >= '\t' && letter <= '\r';
  }

  private static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
  }
}
