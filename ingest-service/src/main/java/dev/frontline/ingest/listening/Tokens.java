package dev.frontline.ingest.listening;

import dev.frontline.ingest.listening.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into its pieces. */
final class Tokens {

  private static final Pattern FIELD = Pattern.compile("([a-zA-Z]+):(?!//)");
  private static final Pattern NEAR = Pattern.compile("NEAR(?:/(\\d{1,3}))?");

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int i;

  private Tokens(String text) {
    this.text = text;
  }

  /**
   * @throws QueryFault where quotes are not closed
   */
  static List<Token> of(String text) throws QueryFault {
    Tokens tokens = new Tokens(text);
    tokens.cut();
    return tokens.found;
  }

  private void cut() throws QueryFault {
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (c == '(') {
        add(Type.OPEN, "(", 1);
      } else if (c == ')') {
        add(Type.CLOSE, ")", 1);
      } else if (c == '"' || c == '\u201c' || c == '\u201d') {
        phrase();
      } else if (c == '-' && i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1))) {
        add(Type.NOT, "-", 1);
      } else {
        word();
      }
    }
    found.add(new Token(Type.END, "the end", text.length()));
  }

  /** With what follows the closing quote: {@code ~5}. */
  private void phrase() throws QueryFault {
    int end = i + 1;
    while (end < text.length() && "\"\u201c\u201d".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end >= text.length()) {
      throw new QueryFault(i, "a quotation mark opens here", "and must be closed by another");
    }
    int after = end + 1;
    if (after < text.length() && text.charAt(after) == '~') {
      after++;
      while (after < text.length() && Character.isDigit(text.charAt(after))) {
        after++;
      }
    }
    add(Type.PHRASE, text.substring(i, after), after - i);
  }

  private void word() {
    Matcher field = FIELD.matcher(text).region(i, text.length());
    if (field.lookingAt()) {
      add(Type.FIELD, field.group(1), field.end() - i);
      return;
    }
    int end = i;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && "()\"\u201c\u201d".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String word = text.substring(i, end);
    Matcher near = NEAR.matcher(word);
    if (near.matches()) {
      add(Type.NEAR, near.group(1) == null ? "5" : near.group(1), word.length());
      return;
    }
    switch (word) {
      case "AND", "&&" -> add(Type.AND, word, word.length());
      case "OR", "||" -> add(Type.OR, word, word.length());
      case "NOT" -> add(Type.NOT, word, word.length());
      default -> add(Type.WORD, word, word.length());
    }
  }

  private void add(Type type, String word, int length) {
    found.add(new Token(type, word, i));
    i += length;
  }
}
