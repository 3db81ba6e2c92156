package dev.frontline.classify.text;

/**
 * Hashed runs of 1 to 4 letters as written (accents kept) and whole words, for telling languages
 * apart. A buffer for one thread.
 */
public final class LetterGrams {

  /** Bins of the language table. */
  public static final int BINS = 1 << 15;

  private static final int MASK = BINS - 1;
  private static final int MOST = 1_200;
  private static final int LONGEST = 4;
  private static final int WORD_SEED = 0x51ED270B;

  private final int[] bins = new int[MOST];
  private int count;

  /** Fills the buffer; names, links and marks say nothing about a language. */
  public void read(CharSequence text, Tokens tokens) {
    count = 0;
    for (int i = 0; i < tokens.count() && count < MOST; i++) {
      if (tokens.kind(i) == TokenKind.WORD) {
        word(text, tokens.start(i), tokens.end(i));
      }
    }
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

  private static char letter(CharSequence text, int i, int start, int end) {
    return i < start || i >= end ? ' ' : Character.toLowerCase(text.charAt(i));
  }

  private void add(int hash) {
    if (count < MOST) {
      bins[count++] = Hashing.finish(hash) & MASK;
    }
  }
}
