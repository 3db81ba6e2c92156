package dev.frontline.classify.text;

import java.util.Arrays;

/**
 * The tokens of one post; a buffer that {@link Tokeniser} fills again for each post. Not safe for
 * use by several threads.
 */
public final class Tokens {

  /** More than this is not read: what a long text is shows in its beginning. */
  static final int MOST = 640;

  static final int MOST_CHARS = 8_192;

  final int[] start = new int[MOST];
  final int[] end = new int[MOST];
  final int[] from = new int[MOST];
  final int[] to = new int[MOST];
  final int[] hash = new int[MOST];
  final TokenKind[] kind = new TokenKind[MOST];
  final char[] chars = new char[MOST_CHARS];
  int count;
  int used;

  Tokens() {
    Arrays.fill(kind, TokenKind.WORD);
  }

  public int count() {
    return count;
  }

  public TokenKind kind(int token) {
    return kind[token];
  }

  /** Where the token starts in the post's text. */
  public int start(int token) {
    return start[token];
  }

  /** Where the token ends in the post's text, exclusive. */
  public int end(int token) {
    return end[token];
  }

  int hash(int token) {
    return hash[token];
  }

  /** The token as it is compared: lower case, without accents, digits as {@code 0}. */
  public String normal(int token) {
    return new String(chars, from[token], to[token] - from[token]);
  }

  boolean full() {
    return count == MOST || used > MOST_CHARS - 64;
  }

  void clear() {
    count = 0;
    used = 0;
  }

  void add(TokenKind type, int begin, int stop, int normalFrom, int normalHash) {
    kind[count] = type;
    start[count] = begin;
    end[count] = stop;
    from[count] = normalFrom;
    to[count] = used;
    hash[count] = normalHash;
    count++;
  }
}
