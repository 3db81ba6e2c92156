package dev.frontline.classify.model;

import dev.frontline.classify.text.NGrams;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What was learned from people on top of the shipped weights: for each label a weight in some of
 * the hashed n-grams' bins and a shift of its own, added to the log-odds of whichever tier judged.
 * Nothing learned is no shift at all. Read-only and shared by all threads.
 */
public final class Adaptation {

  /** The shipped model as it is. */
  public static final Adaptation NONE =
      new Adaptation(0, new float[Heads.LABELS], new int[0], new float[0]);

  private static final int WORD_BITS = 6;

  private final int revision;
  private final float[] intercepts;
  private final int[] bins;

  /** By bin, then taught label: packed, for what is judged inline must stay in the cache. */
  private final float[] packed;

  private final int[] taught;
  private final int[] column = new int[Heads.LABELS];
  private final long[] present = new long[NGrams.BINS >> WORD_BITS];
  private final int[] rank = new int[NGrams.BINS >> WORD_BITS];

  /**
   * @param revision counts what was learned, from 1 on
   * @param intercepts one a label
   * @param bins that have weights, each once, ascending
   * @param weights by bin, then label
   */
  public Adaptation(int revision, float[] intercepts, int[] bins, float[] weights) {
    if (intercepts.length != Heads.LABELS || weights.length != bins.length * Heads.LABELS) {
      throw new IllegalArgumentException("an adaptation has a weight for each bin and label");
    }
    this.revision = revision;
    this.intercepts = intercepts.clone();
    this.bins = bins.clone();
    this.taught = taught(weights);
    this.packed = new float[bins.length * taught.length];
    Arrays.fill(column, -1);
    for (int k = 0; k < taught.length; k++) {
      column[taught[k]] = k;
      for (int i = 0; i < bins.length; i++) {
        packed[i * taught.length + k] = weights[i * Heads.LABELS + taught[k]];
      }
    }
    for (int i = 0; i < bins.length; i++) {
      if (i > 0 && bins[i] <= bins[i - 1]) {
        throw new IllegalArgumentException("an adaptation's bins must ascend");
      }
      present[bins[i] >> WORD_BITS] |= 1L << bins[i];
    }
    for (int i = 1; i < rank.length; i++) {
      rank[i] = rank[i - 1] + Long.bitCount(present[i - 1]);
    }
  }

  public int revision() {
    return revision;
  }

  /** What stands with the labels it gives, such as {@code 2026-11-1+3}. */
  public String name(String base) {
    return revision == 0 ? base : base + "+" + revision;
  }

  /** How many bins have weights. */
  public int size() {
    return bins.length;
  }

  /** Whether any word weighs for the label. */
  boolean teaches(int label) {
    return column[label] >= 0;
  }

  /** One bin's weight for one label. */
  public float weight(int label, int bin) {
    int at = find(bin);
    return at < 0 ? 0 : weightAt(at, label);
  }

  /** The shift of each label's log-odds for the post just read; fills and returns {@code into}. */
  float[] shifts(NGrams grams, float charShare, float[] into) {
    if (revision == 0) {
      Arrays.fill(into, 0);
      return into;
    }
    System.arraycopy(intercepts, 0, into, 0, into.length);
    add(
        grams.words(),
        grams.wordCount(),
        WeightTable.block(grams.words(), grams.wordCount()),
        into);
    float chars = WeightTable.block(grams.chars(), grams.charCount()) * charShare;
    add(grams.chars(), grams.charCount(), chars, into);
    return into;
  }

  private void add(int[] of, int count, float value, float[] into) {
    for (int i = 0; i < count; i++) {
      int at = find(of[i]);
      if (at >= 0) {
        for (int k = 0; k < taught.length; k++) {
          into[taught[k]] += value * packed[at * taught.length + k];
        }
      }
    }
  }

  /** The labels that have weights at all: mostly few, and the others cost nothing. */
  private static int[] taught(float[] weights) {
    return IntStream.range(0, Heads.LABELS)
        .filter(
            label ->
                IntStream.range(0, weights.length / Heads.LABELS)
                    .anyMatch(i -> weights[i * Heads.LABELS + label] != 0))
        .toArray();
  }

  /** Where the bin's weights stand: how many present bins are below it; -1 where it has none. */
  private int find(int bin) {
    long word = present[bin >> WORD_BITS];
    long bit = 1L << bin;
    return (word & bit) == 0 ? -1 : rank[bin >> WORD_BITS] + Long.bitCount(word & (bit - 1));
  }

  /** The shift of one label. */
  public float intercept(int label) {
    return intercepts[label];
  }

  int bin(int i) {
    return bins[i];
  }

  float weightAt(int i, int label) {
    return column[label] < 0 ? 0 : packed[i * taught.length + column[label]];
  }
}
