package dev.frontline.classify.story;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A text's MinHash sketch (Broder 1997): {@value #LANES} least hashes of its words and word pairs,
 * cut to 16 bits each (b-bit MinHash, Li and König 2010). The share of equal lanes estimates the
 * Jaccard similarity of two texts with a standard error of at most 0.07. It cannot be read back
 * into the text.
 */
public final class Sketch {

  static final int LANES = 64;
  static final int LANES_A_BAND = 4;
  static final int BANDS = LANES / LANES_A_BAND;

  private final long[] bands;

  private Sketch(long[] bands) {
    this.bands = bands;
  }

  /** The sketch of a set of hashed features, of which there must be at least one. */
  static Sketch of(int[] features, int count) {
    if (count == 0) {
      throw new IllegalArgumentException("a sketch needs a feature");
    }
    long[] bands = new long[BANDS];
    for (int lane = 0; lane < LANES; lane++) {
      int seed = mix(0x9E3779B9 * (lane + 1));
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < count; i++) {
        least = Math.min(least, mix(features[i] ^ seed));
      }
      bands[lane / LANES_A_BAND] = bands[lane / LANES_A_BAND] << 16 | least & 0xFFFF;
    }
    return new Sketch(bands);
  }

  /** Four lanes at once: what two similar texts are likely to share entirely at least once. */
  long band(int index) {
    return bands[index];
  }

  /** How many of the {@value #LANES} lanes agree. */
  int agreement(Sketch other) {
    int equal = 0;
    for (int i = 0; i < BANDS; i++) {
      long differing = bands[i] ^ other.bands[i];
      for (int lane = 0; lane < LANES_A_BAND; lane++) {
        if ((differing & 0xFFFF) == 0) {
          equal++;
        }
        differing >>>= 16;
      }
    }
    return equal;
  }

  /** As base64 text for the topic. */
  String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(BANDS * Long.BYTES);
    bytes.asLongBuffer().put(bands);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException where it is anything else
   */
  static Sketch decoded(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length != BANDS * Long.BYTES) {
      throw new IllegalArgumentException("a sketch has " + LANES + " lanes");
    }
    long[] bands = new long[BANDS];
    ByteBuffer.wrap(bytes).asLongBuffer().get(bands);
    return new Sketch(bands);
  }

  /** Murmur3's finisher. */
  static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
