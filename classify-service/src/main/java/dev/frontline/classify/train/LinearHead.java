package dev.frontline.classify.train;

import dev.frontline.classify.text.NGrams;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Trains one output of the weight table: logistic regression over the hashed n-grams. */
final class LinearHead {

  private static final double TOLERANCE = 0.1;
  private static final int MOST_PASSES = 25;
  private static final double BALANCE = 0.8;

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
}
