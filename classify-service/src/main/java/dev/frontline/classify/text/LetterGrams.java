package dev.frontline.classify.text;

/**
 * Hashed runs of 1 to 4 letters as written (accents kept), whole words, and how capitals and marks
 * are set, for telling languages apart. A buffer for one thread.
 */
public final class LetterGrams {

  /** Bins of the language table. */
  public static final int BINS = 1 << 15;

  private static final int MASK = BINS - 1;
  private static final int MOST = 1_200;
  private static final int LONGEST = 4;
  private static final int WORD_SEED = 0x51ED270B;
  private static final int STYLE_SEED = 0x2F0B4C47;

  private final int[] bins = new int[MOST];
  private int count;

  /** Fills the buffer; accounts' names and links say nothing about a language, hashtags do. */
  public void read(CharSequence text, Tokens tokens) {
    count = 0;
    for (int i = 0; i < tokens.count() && count < MOST; i++) {
      if (tokens.kind(i) == TokenKind.WORD) {
        word(text, tokens.start(i), tokens.end(i));
      } else if (tokens.kind(i) == TokenKind.HASHTAG) {
        word(text, tokens.start(i) + 1, tokens.end(i));
      }
    }
    writing(text, tokens);
  }

  public int[] bins() {
    return bins;
  }

  public int count() {
    return count;
  }

  private void word(CharSequence text, int start, int end) {
    int whole = WORD_SEED;
    for (int i = start - 1; i <= end; i++) {
      int h = Hashing.START;
      for (int n = 1; n <= LONGEST && i + n - 1 <= end; n++) {
        h = Hashing.step(h, letter(text, i + n - 1, start, end));
        if (n > 1 || i >= start && i < end) {
          add(h);
        }
      }
      if (i >= start && i < end) {
        whole = Hashing.step(whole, letter(text, i, start, end));
      }
    }
    add(whole);
  }

  /** How it is written: capitals, and blanks around marks. */
  private void writing(CharSequence text, Tokens tokens) {
    int capitals = 0;
    int next = 0;
    for (int i = 0; i < tokens.count() && count < MOST; i++) {
      if (tokens.kind(i) == TokenKind.WORD) {
        capitals += Character.isUpperCase(text.charAt(tokens.start(i))) ? 1 : 0;
      }
      for (int at = next; at < tokens.start(i) && count < MOST; at++) {
        mark(text, at);
      }
      if (tokens.kind(i) == TokenKind.MARK) {
        mark(text, tokens.start(i));
      }
      next = tokens.end(i);
    }
    for (int at = next; at < text.length() && count < MOST; at++) {
      mark(text, at);
    }
    add(Hashing.step(STYLE_SEED, Math.min(capitals, 3)));
  }

  private void mark(CharSequence text, int at) {
    char c = text.charAt(at);
    if (c > ' ' && !Character.isLetterOrDigit(c)) {
      boolean left = at == 0 || text.charAt(at - 1) <= ' ';
      boolean right = at + 1 >= text.length() || text.charAt(at + 1) <= ' ';
      add(Hashing.step(Hashing.step(STYLE_SEED, c), (left ? 1 : 0) + (right ? 2 : 0)));
    }
  }

  private static char letter(CharSequence text, int i, int start, int end) {
    return i < start || i >= end ? ' ' : Character.toLowerCase(text.charAt(i));
  }

  private void add(int hash) {
    if (count < MOST) {
      bins[count++] = Hashing.finish(hash) & MASK;
    }
  }
}
