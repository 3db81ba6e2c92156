package dev.frontline.classify.train;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Attention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Learns where in a post to look for each of some labels ({@link Attention}): logistic loss, by
 * {@link AdamW} over small batches, with a fifth of all numbers left out at random so that no label
 * hangs on a few of them. Fixed seeds: the same posts give the same weights.
 */
final class AttentionFit {

  private static final int EPOCHS = 6;
  private static final int BATCH = 64;
  private static final double LEFT_OUT = 0.2;
  private static final double FIRST_WEIGHTS = 0.01;
  private static final double DECAY = 0.05;
  private static final long SEED = 23;

  /** How much attention counts beside the regression over n-grams, vector and surface. */
  private static final float SHARE = 0.5f;

  private final MarkScale scale;
  private final int[] labels;
  private final int pairs;
  private final float[] weights;
  private final float[] bias;
  private final Random random = new Random(SEED);

  private AttentionFit(MarkScale scale, int[] labels) {
    this.scale = scale;
    this.labels = labels;
    this.pairs = labels.length * Attention.HEADS;
    this.weights = new float[Encoder.WIDTH * 2 * pairs];
    this.bias = new float[labels.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (FIRST_WEIGHTS * random.nextGaussian());
    }
  }

  /** What is known of a post: 1, 0, or -1 where a label's truth is not known. */
  interface Truth {
    int of(Example example, int label);
  }

  /**
   * Learns.
   *
   * @param examples with marks
   * @param labels by their place among all
   * @param weight how much a post counts
   */
  static AttentionFit of(
      List<Example> examples,
      int[] labels,
      Truth truth,
      ToDoubleFunction<Example> weight,
      MarkScale scale) {
    AttentionFit fit = new AttentionFit(scale, labels);
    List<Example> order = new ArrayList<>(examples);
    int steps = EPOCHS * ((order.size() + BATCH - 1) / BATCH);
    AdamW onWeights = new AdamW(fit.weights, steps, DECAY);
    AdamW onBias = new AdamW(fit.bias, steps, DECAY);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, fit.random);
      for (int from = 0; from < order.size(); from += BATCH) {
        List<Example> batch = order.subList(from, Math.min(order.size(), from + BATCH));
        float[] slope = new float[fit.weights.length];
        float[] biasSlope = new float[labels.length];
        for (Example example : batch) {
          double share = weight.applyAsDouble(example) / batch.size();
          fit.addSlope(example, truth, share, slope, biasSlope);
        }
        onWeights.step(slope);
        onBias.step(biasSlope);
      }
    }
    return fit;
  }

  private void addSlope(
      Example example, Truth truth, double share, float[] slope, float[] biasSlope) {
    float[] marks = scale.scaled(example);
    leaveOut(marks);
    int count = marks.length / Encoder.WIDTH;
    float[] sums = Attention.sums(marks, weights, 2 * pairs);
    float[] slopes = new float[sums.length];
    for (int l = 0; l < labels.length; l++) {
      int known = truth.of(example, labels[l]);
      if (known < 0) {
        continue;
      }
      double margin = bias[l];
      double[] said = new double[Attention.HEADS];
      for (int head = 0; head < Attention.HEADS; head++) {
        said[head] = look(sums, count, l * Attention.HEADS + head);
        margin += said[head];
      }
      double error = share * (1 / (1 + Math.exp(-margin)) - known);
      biasSlope[l] += (float) error;
      for (int head = 0; head < Attention.HEADS; head++) {
        pass(error, said[head], sums, slopes, count, l * Attention.HEADS + head);
      }
    }
    spread(marks, slopes, slope);
  }

  private void leaveOut(float[] marks) {
    float kept = (float) (1 / (1 - LEFT_OUT));
    for (int i = 0; i < marks.length; i++) {
      marks[i] = random.nextFloat() < LEFT_OUT ? 0 : marks[i] * kept;
    }
  }

  /** Turns the scores of a head into each mark's share, in place; what the head says. */
  private double look(float[] sums, int count, int pair) {
    int columns = 2 * pairs;
    float most = Float.NEGATIVE_INFINITY;
    for (int mark = 0; mark < count; mark++) {
      most = Math.max(most, sums[mark * columns + pair]);
    }
    double all = 0;
    for (int mark = 0; mark < count; mark++) {
      int at = mark * columns + pair;
      sums[at] = (float) Math.exp(sums[at] - most);
      all += sums[at];
    }
    double said = 0;
    for (int mark = 0; mark < count; mark++) {
      int at = mark * columns + pair;
      sums[at] /= (float) all;
      said += sums[at] * sums[at + pairs];
    }
    return said;
  }

  /** The error's slope in the scores and values of a head. */
  private void pass(
      double error, double said, float[] shares, float[] slopes, int count, int pair) {
    for (int mark = 0; mark < count; mark++) {
      int at = mark * 2 * pairs + pair;
      double value = error * shares[at];
      slopes[at + pairs] = (float) value;
      slopes[at] = (float) (value * (shares[at + pairs] - said));
    }
  }

  private void spread(float[] marks, float[] slopes, float[] into) {
    int columns = 2 * pairs;
    for (int at = 0; at < marks.length; at++) {
      float number = marks[at];
      if (number != 0) {
        int from = at / Encoder.WIDTH * columns;
        int to = at % Encoder.WIDTH * columns;
        for (int c = 0; c < columns; c++) {
          into[to + c] += number * slopes[from + c];
        }
      }
    }
  }

  /** One table of what was learned apart, for the marks as they come from the encoder. */
  static Attention joined(List<AttentionFit> fits) {
    float[] all = new float[Attention.BYTES];
    float[] bias = new float[Attention.COLUMNS / Attention.HEADS / 2];
    fits.forEach(fit -> fit.copy(all, bias));
    return Attention.of(all, bias);
  }

  private void copy(float[] all, float[] allBias) {
    for (int l = 0; l < labels.length; l++) {
      double shift = bias[l];
      for (int head = 0; head < Attention.HEADS; head++) {
        int from = l * Attention.HEADS + head;
        int to = labels[l] * Attention.HEADS + head;
        for (int d = 0; d < Encoder.WIDTH; d++) {
          float score = weights[d * 2 * pairs + from] / scale.deviation()[d];
          float value = weights[d * 2 * pairs + pairs + from] / scale.deviation()[d];
          all[d * Attention.COLUMNS + to] = score;
          all[d * Attention.COLUMNS + Attention.PAIRS + to] = SHARE * value;
          shift -= value * scale.mean()[d];
        }
      }
      allBias[labels[l]] = (float) (SHARE * shift);
    }
  }
}
