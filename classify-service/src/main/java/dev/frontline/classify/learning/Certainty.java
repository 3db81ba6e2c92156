package dev.frontline.classify.learning;

import dev.frontline.classify.model.Adaptation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How sure two models are of a label on invented posts that have it: the geometric mean of their
 * probabilities, from 0 to 100. It moves before decisions do.
 *
 * @param kept upper end of the 95 % interval of after / before, by the paired bootstrap
 */
record Certainty(double before, double after, double kept) {

  /**
   * Less than this means that what people taught works against the label. It is strict: sixty false
   * corrections of plain complaints by one person alone stay below, but so do a hundred right ones
   * of sentences that only sound like complaints, which a person may let judge all the same.
   */
  private static final double LEAST_KEPT = 0.915;

  /** Fewer posts say nothing. */
  private static final int ENOUGH = 5;

  private static final int RESAMPLES = 1_000;
  private static final long SEED = 20_261_127L;

  static Certainty of(List<Touchstone> stones, int label, Adaptation before, Adaptation after) {
    double[][] logs =
        stones.stream()
            .filter(stone -> stone.holds(label))
            .map(
                stone ->
                    new double[] {
                      Math.log(stone.prior().probability(label, before)),
                      Math.log(stone.prior().probability(label, after))
                    })
            .toArray(double[][]::new);
    if (logs.length < ENOUGH) {
      return new Certainty(100, 100, 1);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] kept = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < logs.length; i++) {
        double[] drawn = logs[random.nextInt(logs.length)];
        sum += drawn[1] - drawn[0];
      }
      kept[r] = Math.exp(sum / logs.length);
    }
    Arrays.sort(kept);
    return new Certainty(
        mean(logs, 0), mean(logs, 1), rounded(kept[(int) (RESAMPLES * 0.975) - 1], 1_000));
  }

  boolean lost() {
    return kept < LEAST_KEPT;
  }

  private static double mean(double[][] logs, int side) {
    return rounded(
        100 * Math.exp(Arrays.stream(logs).mapToDouble(l -> l[side]).sum() / logs.length), 10);
  }

  private static double rounded(double value, int steps) {
    return Math.round(value * steps) / (double) steps;
  }
}
