package dev.frontline.classify.model;

import dev.frontline.classify.text.NGrams;

/**
 * One flat array of signed bytes for all outputs: the weight of bin b for output h is {@code
 * bytes[b * STRIDE + h] * scale[h]}.
 *
 * @param charShare how much the characters' block counts beside the words'
 */
public record WeightTable(byte[] bytes, float[] scale, float[] bias, float charShare) {

  private static final int STEPS = 127;

  /**
   * Rounds weights to bytes.
   *
   * @param weights by output, then bin
   */
  public static WeightTable of(float[][] weights, float[] bias, float charShare) {
    byte[] bytes = new byte[NGrams.BINS * Heads.STRIDE];
    float[] scale = new float[Heads.COUNT];
    for (int head = 0; head < Heads.COUNT; head++) {
      float most = 1e-6f;
      for (float w : weights[head]) {
        most = Math.max(most, Math.abs(w));
      }
      scale[head] = most / STEPS;
      for (int bin = 0; bin < NGrams.BINS; bin++) {
        bytes[bin * Heads.STRIDE + head] = (byte) Math.round(weights[head][bin] / scale[head]);
      }
    }
    return new WeightTable(bytes, scale, bias, charShare);
  }

  /** The outputs' log-odds for a post; fills and returns {@code into}. */
  public float[] margins(NGrams grams, int[] sums, float[] into) {
    float words = block(grams.words(), grams.wordCount());
    float chars = block(grams.chars(), grams.charCount()) * charShare;
    add(grams.words(), grams.wordCount(), sums);
    for (int h = 0; h < Heads.COUNT; h++) {
      into[h] = bias[h] + sums[h] * scale[h] * words;
    }
    add(grams.chars(), grams.charCount(), sums);
    for (int h = 0; h < Heads.COUNT; h++) {
      into[h] += sums[h] * scale[h] * chars;
    }
    return into;
  }

  /** The value of each bin of a block of n: each block has length 1. */
  static float block(int[] bins, int n) {
    return n == 0 ? 0 : (float) (1 / Math.sqrt(n));
  }

  /** One bin's weight for one output. */
  public float weight(int bin, int head) {
    return bytes[bin * Heads.STRIDE + head] * scale[head];
  }

  private void add(int[] bins, int count, int[] sums) {
    int s0 = 0;
    int s1 = 0;
    int s2 = 0;
    int s3 = 0;
    int s4 = 0;
    int s5 = 0;
    int s6 = 0;
    int s7 = 0;
    int s8 = 0;
    int s9 = 0;
    int s10 = 0;
    byte[] w = bytes;
    for (int i = 0; i < count; i++) {
      int at = bins[i] * Heads.STRIDE;
      s0 += w[at];
      s1 += w[at + 1];
      s2 += w[at + 2];
      s3 += w[at + 3];
      s4 += w[at + 4];
      s5 += w[at + 5];
      s6 += w[at + 6];
      s7 += w[at + 7];
      s8 += w[at + 8];
      s9 += w[at + 9];
      s10 += w[at + 10];
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    sums[6] = s6;
    sums[7] = s7;
    sums[8] = s8;
    sums[9] = s9;
    sums[10] = s10;
  }
}
