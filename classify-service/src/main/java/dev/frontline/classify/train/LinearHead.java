package dev.frontline.classify.train;

import dev.frontline.classify.text.NGrams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Trains one output of the weight table: logistic regression over the hashed n-grams. */
final class LinearHead {

  private static final double TOLERANCE = 0.1;
  private static final int MOST_PASSES = 25;
  private static final double BALANCE = 0.8;
  private static final double TAUGHT_BALANCE = 0.5;
  private static final double IMPROBABLE = 0.02;

  /** How much an unlabelled post counts beside a labelled one. */
  private static final double UNLABELLED = 2.5;

  private static final int TAUGHT_PASSES = 15;

  private LinearHead() {}

  /**
   * Trains on the examples whose truth is known; the rarer class counts more.
   *
   * @param truth 1, 0, or -1 where it is not known
   * @param cost liblinear's C
   */
  static DualLogistic train(List<Example> examples, ToIntFunction<Example> truth, double cost) {
    List<Example> known = examples.stream().filter(e -> truth.applyAsInt(e) >= 0).toList();
    Row[] rows = known.stream().map(Example::row).toArray(Row[]::new);
    boolean[] holds = new boolean[rows.length];
    int positives = 0;
    for (int i = 0; i < holds.length; i++) {
      holds[i] = truth.applyAsInt(known.get(i)) == 1;
      positives += holds[i] ? 1 : 0;
    }
    double rarity = Math.pow((holds.length - positives) / (double) positives, BALANCE);
    double[] costs = new double[rows.length];
    Arrays.setAll(costs, i -> holds[i] ? cost * rarity : cost);
    return DualLogistic.fit(rows, holds, costs, NGrams.BINS, TOLERANCE, MOST_PASSES);
  }

  /**
   * Trains on what is known and on what a teacher thinks of unlabelled posts: each of those counts
   * as holding as far as the teacher holds it probable, and as not holding for the rest.
   *
   * @param weight how much an example counts
   * @param teacher the label's probability
   */
  static DualLogistic taught(
      List<Example> examples,
      ToIntFunction<Example> truth,
      ToDoubleFunction<Example> weight,
      double cost,
      List<Example> unlabelled,
      ToDoubleFunction<Example> teacher) {
    List<Row> rows = new ArrayList<>();
    List<Boolean> holds = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    long known = examples.stream().filter(e -> truth.applyAsInt(e) >= 0).count();
    long positives = examples.stream().filter(e -> truth.applyAsInt(e) == 1).count();
    double rarity = Math.pow((known - positives) / (double) positives, TAUGHT_BALANCE);
    for (Example example : examples) {
      int y = truth.applyAsInt(example);
      if (y >= 0) {
        rows.add(example.row());
        holds.add(y == 1);
        costs.add(cost * weight.applyAsDouble(example) * (y == 1 ? rarity : 1));
      }
    }
    for (Example example : unlabelled) {
      double p = teacher.applyAsDouble(example);
      if (p > IMPROBABLE) {
        rows.add(example.row());
        holds.add(true);
        costs.add(cost * UNLABELLED * p);
      }
      rows.add(example.row());
      holds.add(false);
      costs.add(cost * UNLABELLED * (1 - p));
    }
    boolean[] truths = new boolean[rows.size()];
    double[] weights = new double[rows.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = holds.get(i);
      weights[i] = costs.get(i);
    }
    return DualLogistic.fit(
        rows.toArray(Row[]::new), truths, weights, NGrams.BINS, TOLERANCE, TAUGHT_PASSES);
  }
}
