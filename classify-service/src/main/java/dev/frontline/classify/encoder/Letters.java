package dev.frontline.classify.encoder;

/** Which characters BERT's tokeniser drops, sets apart or takes for a blank. */
final class Letters {

  /** Characters below this one are ASCII. */
  static final int ASCII = 0x80;

  /** Stands for an ASCII character that is dropped. */
  static final char DROPPED = 0;

  private static final char[] PLAIN = new char[ASCII];
  private static final boolean[] APART = new boolean[ASCII];

  static {
    for (char letter = 0; letter < ASCII; letter++) {
      PLAIN[letter] = isControl(letter) ? DROPPED : Character.toLowerCase(letter);
      if (isSpace(letter)) {
        PLAIN[letter] = ' ';
      }
      APART[letter] = isPunctuation(letter);
    }
  }

  private Letters() {}

  /** An ASCII character as it is read: a space, in lower case, or {@link #DROPPED}. */
  static char plain(char letter) {
    return PLAIN[letter];
  }

  /** Characters that are words of their own. */
  static boolean isApart(int code) {
    return code < ASCII ? APART[code] : isPunctuation(code) || isChinese(code);
  }

  static boolean isSpace(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || Character.getType(code) == Character.SPACE_SEPARATOR
        || code == 0x2028
        || code == 0x2029
        || code == 0x85;
  }

  /** Characters without a shape of their own. */
  static boolean isControl(int code) {
    if (code == 0 || code == 0xFFFD) {
      return true;
    }
    int type = Character.getType(code);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  /** Marks, and all of ASCII that is neither letter nor digit. */
  static boolean isPunctuation(int code) {
    if (code < ASCII) {
      return code > ' ' && !Character.isLetterOrDigit(code);
    }
    int type = Character.getType(code);
    return type == Character.CONNECTOR_PUNCTUATION
        || type == Character.DASH_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }

  /** The ideographs that are words of their own; kana and hangul are not among them. */
  static boolean isChinese(int code) {
    return code >= 0x4E00 && code <= 0x9FFF
        || code >= 0x3400 && code <= 0x4DBF
        || code >= 0x20000 && code <= 0x2CEAF
        || code >= 0xF900 && code <= 0xFAFF
        || code >= 0x2F800 && code <= 0x2FA1F;
  }
}
