package dev.frontline.classify.text;

/**
 * The hashed n-grams of one post: words in runs of 1 to 3 and characters within words in runs of 3
 * to 5, each bin once. A buffer for one thread, filled again for each post.
 */
public final class NGrams {

  /** Bins of the weight table. */
  public static final int BINS = 1 << 18;

  private static final int MASK = BINS - 1;
  private static final int MOST = 4_096;
  private static final int SLOTS = 16_384;
  private static final int WORD_SEED = 0x3C6EF372;
  private static final int CHAR_SEED = 0x1B873593;
  private static final int CUE_SEED = 0x2545F491;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  private final int[] words = new int[Tokens.MOST * 3 + CueCategory.COUNT * 2];
  private final int[] chars = new int[MOST];
  private final int[] slot = new int[SLOTS];
  private final int[] stamp = new int[SLOTS];
  private int round;
  private int wordCount;
  private int charCount;

  /** Fills the buffer from the tokens and the cues found among them. */
  public void read(Tokens tokens, CueHits cues) {
    round++;
    wordCount = 0;
    charCount = 0;
    for (int i = 0; i < tokens.count(); i++) {
      for (int n = 1; n <= 3 && i + n <= tokens.count(); n++) {
        addWord(wordBin(tokens, i, n));
      }
      addChars(tokens, i);
    }
    for (CueCategory category : CueCategory.ALL) {
      float sum = cues.sum(category);
      if (sum > 0) {
        addWord(cueBin(category, 1));
        if (sum >= 2) {
          addWord(cueBin(category, 2));
        }
      }
    }
  }

  /** Bins of word n-grams and cues: the first {@link #wordCount()} entries. */
  public int[] words() {
    return words;
  }

  public int wordCount() {
    return wordCount;
  }

  /** Bins of character n-grams: the first {@link #charCount()} entries. */
  public int[] chars() {
    return chars;
  }

  public int charCount() {
    return charCount;
  }

  /** The bin of the n words from the i-th on. */
  public static int wordBin(Tokens tokens, int i, int n) {
    int h = WORD_SEED;
    for (int k = i; k < i + n; k++) {
      h = h * 31 + tokens.hash(k);
    }
    return Hashing.finish(h) & MASK;
  }

  static int cueBin(CueCategory category, int level) {
    return Hashing.finish(CUE_SEED + category.ordinal() * 7 + level) & MASK;
  }

  /**
   * The bins of the characters within a token, framed by blanks.
   *
   * @param into where they are written
   * @return how many
   */
  public static int charBins(Tokens tokens, int token, int[] into, int at) {
    TokenKind kind = tokens.kind(token);
    if (kind != TokenKind.WORD && kind != TokenKind.HASHTAG) {
      return at;
    }
    int begin = tokens.from[token] - 1;
    int end = tokens.to[token];
    int next = at;
    for (int i = begin; i <= end - SHORTEST + 1; i++) {
      int h = CHAR_SEED;
      for (int n = 1; n <= LONGEST && i + n - 1 <= end; n++) {
        int c = i + n - 1;
        h = Hashing.step(h, c == begin || c == end ? ' ' : tokens.chars[c]);
        if (n >= SHORTEST && next < into.length) {
          into[next++] = Hashing.finish(h) & MASK;
        }
      }
    }
    return next;
  }

  private void addChars(Tokens tokens, int token) {
    int end = charBins(tokens, token, chars, charCount);
    int kept = charCount;
    for (int i = charCount; i < end; i++) {
      if (isNew(chars[i])) {
        chars[kept++] = chars[i];
      }
    }
    charCount = kept;
  }

  private void addWord(int bin) {
    if (isNew(bin)) {
      words[wordCount++] = bin;
    }
  }

  private boolean isNew(int bin) {
    int at = bin & (SLOTS - 1);
    while (stamp[at] == round) {
      if (slot[at] == bin) {
        return false;
      }
      at = (at + 1) & (SLOTS - 1);
    }
    stamp[at] = round;
    slot[at] = bin;
    return true;
  }
}
