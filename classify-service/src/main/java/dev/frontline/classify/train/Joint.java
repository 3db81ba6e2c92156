package dev.frontline.classify.train;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.WeightTable;
import dev.frontline.classify.text.NGrams;
import dev.frontline.classify.text.Surface;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Logistic regression over n-grams, the encoder's vector and the surface together. The vectors are
 * taken from their mean, so that they need no bias of their own.
 */
final class Joint {

  private static final double MEANING = 2;
  private static final double SURFACE = 0.3;
  private static final int AT_SURFACE = NGrams.BINS + Encoder.SIZE;
  private static final int COLUMNS = AT_SURFACE + Surface.SIZE;
  private static final double TOLERANCE = 0.1;
  private static final int MOST_PASSES = 25;
  private static final double BALANCE = 0.5;

  private final float[] mean;
  private final List<Whitening> parts;
  private final Map<Example, Row> rows = Collections.synchronizedMap(new IdentityHashMap<>());

  private Joint(float[] mean, List<Whitening> parts) {
    this.mean = mean;
    this.parts = parts;
  }

  static Joint centredOn(List<Example> examples) {
    float[] mean = new float[Encoder.SIZE];
    for (Example example : examples) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += example.vector()[i] / examples.size();
      }
    }
    List<float[]> vectors = examples.stream().map(Example::vector).toList();
    return new Joint(
        mean,
        IntStream.range(0, Encoder.PARTS)
            .mapToObj(part -> Whitening.of(vectors, mean, part * Encoder.WIDTH, Encoder.WIDTH))
            .toList());
  }

  private Row row(Example example) {
    return rows.computeIfAbsent(example, this::made);
  }

  private Row made(Example example) {
    return made(example, meant(example));
  }

  private Row whitened(Example example) {
    double[] meant = meant(example);
    parts.forEach(part -> part.apply(meant));
    return made(example, meant);
  }

  private double[] meant(Example example) {
    double[] meant = new double[Encoder.SIZE];
    for (int i = 0; i < meant.length; i++) {
      meant[i] = MEANING * (example.vector()[i] - mean[i]);
    }
    return meant;
  }

  private static Row made(Example example, double[] meant) {
    Row grams = example.row();
    int n = grams.bins().length;
    int[] bins = Arrays.copyOf(grams.bins(), n + meant.length + Surface.SIZE);
    float[] values = Arrays.copyOf(grams.values(), bins.length);
    for (int i = 0; i < meant.length; i++) {
      bins[n + i] = NGrams.BINS + i;
      values[n + i] = (float) meant[i];
    }
    for (int i = 0; i < Surface.SIZE; i++) {
      bins[n + meant.length + i] = AT_SURFACE + i;
      values[n + meant.length + i] = (float) (SURFACE * example.surface()[i]);
    }
    return new Row(bins, values);
  }

  /**
   * Trains on the examples whose truth is known; the rarer class counts more.
   *
   * @param truth 1, 0, or -1 where it is not known
   * @param weight how much each counts
   * @param cost liblinear's C
   */
  DualLogistic train(
      List<Example> examples,
      ToIntFunction<Example> truth,
      ToDoubleFunction<Example> weight,
      double cost) {
    return train(examples, truth, weight, cost, this::row);
  }

  /**
   * The same on half whitened vectors, see {@link Whitening}; its weights are for the vectors as
   * they are.
   */
  DualLogistic trainWhitened(
      List<Example> examples,
      ToIntFunction<Example> truth,
      ToDoubleFunction<Example> weight,
      double cost) {
    DualLogistic found = train(examples, truth, weight, cost, this::whitened);
    double[] weights = found.weights();
    double[] meaning = Arrays.copyOfRange(weights, NGrams.BINS, AT_SURFACE);
    parts.forEach(part -> part.apply(meaning));
    System.arraycopy(meaning, 0, weights, NGrams.BINS, meaning.length);
    return found;
  }

  private static DualLogistic train(
      List<Example> examples,
      ToIntFunction<Example> truth,
      ToDoubleFunction<Example> weight,
      double cost,
      Function<Example, Row> row) {
    List<Example> known = examples.stream().filter(e -> truth.applyAsInt(e) >= 0).toList();
    Row[] numbers = known.stream().map(row).toArray(Row[]::new);
    boolean[] holds = new boolean[numbers.length];
    double[] costs = new double[numbers.length];
    double positive = 0;
    double all = 0;
    for (int i = 0; i < holds.length; i++) {
      holds[i] = truth.applyAsInt(known.get(i)) == 1;
      costs[i] = cost * weight.applyAsDouble(known.get(i));
      all += costs[i];
      positive += holds[i] ? costs[i] : 0;
    }
    double rarity = Math.pow((all - positive) / positive, BALANCE);
    for (int i = 0; i < costs.length; i++) {
      costs[i] *= holds[i] ? rarity : 1;
    }
    return DualLogistic.fit(numbers, holds, costs, COLUMNS, TOLERANCE, MOST_PASSES);
  }

  double margin(DualLogistic head, Example example) {
    return head.margin(row(example));
  }

  /** The n-grams' share, its bias set so that vectors need not be centred when judging. */
  WeightTable table(DualLogistic[] heads) {
    float[][] weights = new float[Heads.COUNT][NGrams.BINS];
    float[] bias = new float[Heads.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      double shift = heads[h].bias();
      for (int b = 0; b < NGrams.BINS; b++) {
        weights[h][b] = (float) heads[h].weights()[b];
      }
      for (int i = 0; i < Encoder.SIZE; i++) {
        shift -= MEANING * mean[i] * heads[h].weights()[NGrams.BINS + i];
      }
      bias[h] = (float) shift;
    }
    return WeightTable.of(weights, bias, Corpus.CHAR_SHARE);
  }

  /** The vector's weights. */
  float[] meaning(DualLogistic head) {
    float[] weights = new float[Encoder.SIZE];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rounded(MEANING * head.weights()[NGrams.BINS + i]);
    }
    return weights;
  }

  /** The surface's weights. */
  float[] surface(DualLogistic head) {
    float[] weights = new float[Surface.SIZE];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (SURFACE * head.weights()[AT_SURFACE + i]);
    }
    return weights;
  }

  /** Four decimals are enough, and keep the file small. */
  private static float rounded(double weight) {
    return (float) (Math.round(weight * 10_000) / 10_000.0);
  }
}
