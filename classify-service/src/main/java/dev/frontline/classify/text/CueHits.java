package dev.frontline.classify.text;

import java.util.Arrays;

/** The cues found in one post; a buffer for one thread. */
public final class CueHits {

  private static final int MOST = 256;
  private static final float CEILING = 4;

  private final float[] sums = new float[CueCategory.COUNT];
  private final CueCategory[] category = new CueCategory[MOST];
  private final int[] first = new int[MOST];
  private final int[] last = new int[MOST];
  private final float[] strength = new float[MOST];
  private int count;

  public CueHits() {
    Arrays.fill(category, CueCategory.COMPLAINT);
  }

  void clear() {
    Arrays.fill(sums, 0);
    count = 0;
  }

  void add(CueCategory hit, int from, int to, float weight) {
    sums[hit.ordinal()] += weight;
    if (count < MOST) {
      category[count] = hit;
      first[count] = from;
      last[count] = to;
      strength[count++] = weight;
    }
  }

  /** Summed strength of the category's cues, at most 4. */
  public float sum(CueCategory of) {
    return Math.min(CEILING, sums[of.ordinal()]);
  }

  /** Summed strength of all kinds of risk, at most 4. */
  public float risk() {
    float sum = 0;
    for (CueCategory one : CueCategory.ALL) {
      if (one.isRisk()) {
        sum += sums[one.ordinal()];
      }
    }
    return Math.min(CEILING, sum);
  }

  public int count() {
    return count;
  }

  public CueCategory category(int hit) {
    return category[hit];
  }

  /** First token of the hit. */
  public int first(int hit) {
    return first[hit];
  }

  /** Last token of the hit, inclusive. */
  public int last(int hit) {
    return last[hit];
  }

  public float strength(int hit) {
    return strength[hit];
  }
}
