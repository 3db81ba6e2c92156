package dev.frontline.classify.model;

import dev.frontline.classify.encoder.Encoder;

/**
 * What a post's marks say one by one. For each label some heads look at all marks: a head's score
 * tells how much a mark matters (softmax over the marks), its value what it says for the label
 * (attention of one query a label, Mullenbach et al. 2018). A mean over all marks loses the one
 * word that tells.
 *
 * <p>Weights are signed bytes: that of number d for column c is {@code bytes[d * COLUMNS + c] *
 * scale[c]}; the scores' columns come first.
 */
public final class Attention {

  /** Heads a label. */
  public static final int HEADS = 8;

  /** Scores, and as many values. */
  public static final int PAIRS = Heads.LABELS * HEADS;

  /** Scores and values. */
  public static final int COLUMNS = 2 * PAIRS;

  /** Bytes of the weights. */
  public static final int BYTES = Encoder.WIDTH * COLUMNS;

  /** Rows of weights a pass over the columns; {@link Encoder#WIDTH} is a multiple of it. */
  private static final int AT_ONCE = 4;

  private final byte[] bytes;
  private final float[] scale;
  private final float[] bias;
  private final float[] weights;

  /**
   * @param scale by column
   * @param bias by label
   */
  public Attention(byte[] bytes, float[] scale, float[] bias) {
    if (bytes.length != BYTES || scale.length != COLUMNS || bias.length != Heads.LABELS) {
      throw new IllegalArgumentException("attention of another shape than this build reads");
    }
    this.bytes = bytes.clone();
    this.scale = scale.clone();
    this.bias = bias.clone();
    this.weights = new float[BYTES];
    for (int i = 0; i < BYTES; i++) {
      weights[i] = bytes[i] * scale[i % COLUMNS];
    }
  }

  /**
   * Rounds weights to bytes.
   *
   * @param weights by number of a mark, then column
   */
  public static Attention of(float[] weights, float[] bias) {
    float[] scale = Steps.of(weights, COLUMNS, i -> i % COLUMNS);
    byte[] bytes = Steps.rounded(weights, scale, i -> i % COLUMNS);
    return new Attention(bytes, scale, bias);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  float[] scale() {
    return scale.clone();
  }

  float[] bias() {
    return bias.clone();
  }

  /**
   * Adds what the marks say for each label.
   *
   * @param marks of one post, {@link Encoder#WIDTH} numbers each
   * @param into by output; the labels' come first
   */
  public void addTo(float[] marks, float[] into) {
    int count = marks.length / Encoder.WIDTH;
    float[] sums = sums(marks, weights, COLUMNS);
    for (int label = 0; label < Heads.LABELS; label++) {
      into[label] += bias[label];
      for (int head = 0; head < HEADS; head++) {
        into[label] += said(sums, count, label * HEADS + head);
      }
    }
  }

  /**
   * Each mark's scores and values, mark by mark; added up in the order of a mark's numbers.
   *
   * @param weights by number of a mark, then column
   */
  public static float[] sums(float[] marks, float[] weights, int columns) {
    int count = marks.length / Encoder.WIDTH;
    float[][] sums = new float[count][columns];
    float[][] rows = new float[AT_ONCE][columns];
    for (int d = 0; d < Encoder.WIDTH; d += AT_ONCE) {
      for (int row = 0; row < AT_ONCE; row++) {
        System.arraycopy(weights, (d + row) * columns, rows[row], 0, columns);
      }
      for (int mark = 0; mark < count; mark++) {
        addRows(marks, mark * Encoder.WIDTH + d, rows, sums[mark]);
      }
    }
    float[] joined = new float[count * columns];
    for (int mark = 0; mark < count; mark++) {
      System.arraycopy(sums[mark], 0, joined, mark * columns, columns);
    }
    return joined;
  }

  /**
   * The JVM makes vector instructions of this loop only as long as each array is read from its
   * start: with offsets into one long array it takes four times as long.
   */
  private static void addRows(float[] marks, int at, float[][] rows, float[] into) {
    float first = marks[at];
    float second = marks[at + 1];
    float third = marks[at + 2];
    float fourth = marks[at + 3];
    float[] one = rows[0];
    float[] two = rows[1];
    float[] three = rows[2];
    float[] four = rows[3];
    for (int c = 0; c < into.length; c++) {
      into[c] = into[c] + first * one[c] + second * two[c] + third * three[c] + fourth * four[c];
    }
  }

  private static float said(float[] sums, int count, int pair) {
    float most = Float.NEGATIVE_INFINITY;
    for (int mark = 0; mark < count; mark++) {
      most = Math.max(most, sums[mark * COLUMNS + pair]);
    }
    double shares = 0;
    double said = 0;
    for (int mark = 0; mark < count; mark++) {
      double share = Math.exp(sums[mark * COLUMNS + pair] - most);
      shares += share;
      said += share * sums[mark * COLUMNS + PAIRS + pair];
    }
    return (float) (said / shares);
  }
}
