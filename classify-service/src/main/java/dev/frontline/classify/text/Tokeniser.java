package dev.frontline.classify.text;

/**
 * Cuts a post into tokens: words, hashtags, mentions, links, emoji and telling punctuation. Makes
 * no strings; one instance a thread.
 */
public final class Tokeniser {

  static final int USER = Hashing.of("<user>");
  static final int URL = Hashing.of("<url>");
  static final int BRAND = Hashing.of("<brand>");

  private static final int LONGEST_NAME = 32;

  private final Tokens tokens = new Tokens();

  /**
   * @param names words that name the brand, see {@link BrandNames}
   * @return the tokens, good until the next call
   */
  public Tokens read(CharSequence text, BrandNames names) {
    tokens.clear();
    int at = 0;
    int length = text.length();
    while (at < length && !tokens.full()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (startsLink(text, at)) {
        at = constant(text, at, TokenKind.URL, URL, linkEnd(text, at));
      } else if (c == '@' && at + 1 < length && isNameChar(text.charAt(at + 1))) {
        at = user(text, at, nameEnd(text, at + 1));
      } else if (c == '#' && at + 1 < length && Character.isLetterOrDigit(text.charAt(at + 1))) {
        at = word(text, at, at + 1, TokenKind.HASHTAG, names);
      } else if (c == '&' && entityEnd(text, at) > 0) {
        at = entityEnd(text, at);
      } else if (Character.isLetterOrDigit(c)) {
        at = word(text, at, at, TokenKind.WORD, names);
      } else {
        at = symbol(text, at);
      }
    }
    return tokens;
  }

  private int constant(CharSequence text, int at, TokenKind kind, int hash, int stop) {
    tokens.add(kind, at, stop, tokens.used, hash);
    return Math.min(stop, text.length());
  }

  /** All mentions are one word; their letters stay for those who ask what sort of account it is. */
  private int user(CharSequence text, int at, int stop) {
    int from = tokens.used;
    for (int i = at + 1; i < stop && i <= at + LONGEST_NAME; i++) {
      tokens.chars[tokens.used++] = Folding.fold(text.charAt(i));
    }
    tokens.add(TokenKind.USER, at, stop, from, USER);
    return stop;
  }

  private int word(CharSequence text, int begin, int at, TokenKind kind, BrandNames names) {
    int from = tokens.used;
    int hash = Hashing.START;
    int i = at;
    char previous = 0;
    int run = 0;
    while (i < text.length() && tokens.used < Tokens.MOST_CHARS - 2) {
      char c = text.charAt(i);
      if (!partOfWord(text, i, at)) {
        break;
      }
      char folded = Folding.fold(c);
      run = folded == previous ? run + 1 : 0;
      previous = folded;
      if (run < 2) {
        tokens.chars[tokens.used++] = folded;
        hash = Hashing.step(hash, folded);
      }
      i++;
      if (i - at >= 40) {
        i = skipWord(text, i);
      }
    }
    int finished = Hashing.finish(hash);
    boolean brand = names.has(finished);
    tokens.add(brand ? TokenKind.BRAND : kind, begin, i, from, brand ? BRAND : finished);
    return i;
  }

  private static boolean partOfWord(CharSequence text, int i, int first) {
    char c = text.charAt(i);
    if (Character.isLetterOrDigit(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK) {
      return true;
    }
    return (c == '\'' || c == '’')
        && i > first
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1));
  }

  private static int skipWord(CharSequence text, int at) {
    int i = at;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int symbol(CharSequence text, int at) {
    int code = Character.codePointAt(text, at);
    int stop = at + Character.charCount(code);
    int smiley = Emoticons.length(text, at);
    if (smiley > 0) {
      return constant(text, at, TokenKind.EMOJI, Emoticons.hash(text, at), at + smiley);
    }
    if (Emoticons.isEmoji(code)) {
      return constant(
          text, at, TokenKind.EMOJI, Hashing.finish(Hashing.step(Hashing.START, code)), stop);
    }
    if ("?!…$€£%¿".indexOf(code) >= 0) {
      while (stop < text.length() && text.charAt(stop) == code) {
        stop++;
      }
      int runs = Math.min(stop - at, 2);
      int hash = Hashing.finish(Hashing.step(Hashing.step(Hashing.START, code), runs));
      return constant(text, at, TokenKind.MARK, hash, stop);
    }
    return stop;
  }

  private static boolean startsLink(CharSequence text, int at) {
    return matches(text, at, "http")
            && (at + 4 == text.length()
                || !Character.isLetter(text.charAt(at + 4))
                || matches(text, at, "https"))
        || matches(text, at, "www.")
        || matches(text, at, "{link}");
  }

  private static boolean matches(CharSequence text, int at, String what) {
    if (at + what.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < what.length(); i++) {
      if (Character.toLowerCase(text.charAt(at + i)) != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int linkEnd(CharSequence text, int at) {
    int i = at;
    while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int nameEnd(CharSequence text, int at) {
    int i = at;
    while (i < text.length() && isNameChar(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** End of an HTML entity such as {@code &amp;}, 0 where there is none. */
  private static int entityEnd(CharSequence text, int at) {
    for (int i = at + 1; i < text.length() && i < at + 8; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > at + 1 ? i + 1 : 0;
      }
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return 0;
      }
    }
    return 0;
  }
}
