package dev.frontline.classify.text;

/** FNV-1a over characters with a finishing mix: equal text gives equal bins on every machine. */
final class Hashing {

  static final int START = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private Hashing() {}

  static int step(int hash, int value) {
    return (hash ^ value) * PRIME;
  }

  /** Spreads the bits (murmur3's finisher), so that the low ones can be a bin. */
  static int finish(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h;
  }

  static int of(CharSequence text) {
    int h = START;
    for (int i = 0; i < text.length(); i++) {
      h = step(h, text.charAt(i));
    }
    return finish(h);
  }
}
