package dev.frontline.classify.train;

import java.util.Random;

/**
 * L2-regularised logistic regression over sparse rows, by coordinate descent in the dual (Yu, Huang
 * and Lin 2011): the method of liblinear's solver 7, over plain arrays. A fixed seed orders the
 * passes, so the same rows give the same weights.
 *
 * @param weights one a bin
 */
record DualLogistic(double[] weights, double bias) {

  private static final long SEED = 17;
  private static final double INNER = 1e-2;
  private static final int MOST_STEPS = 50;

  /**
   * Fits.
   *
   * @param truth of each row
   * @param cost of each row: liblinear's C times the weight of its class
   * @param bins how many there are
   * @param tolerance stops when no gradient is larger
   * @param passes over all rows at most
   */
  static DualLogistic fit(
      Row[] rows, boolean[] truth, double[] cost, int bins, double tolerance, int passes) {
    int n = rows.length;
    double[] w = new double[bins];
    double bias = 0;
    double[] alpha = new double[n];
    double[] squared = new double[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      alpha[i] = Math.min(0.001 * cost[i], 1e-8);
      squared[i] = rows[i].squared() + 1;
      order[i] = i;
    }
    Random random = new Random(SEED);
    for (int pass = 0; pass < passes; pass++) {
      double steepest = 0;
      shuffle(order, random);
      for (int i : order) {
        int y = truth[i] ? 1 : -1;
        double margin = y * (rows[i].dot(w) + bias);
        double before = alpha[i];
        double[] found = step(before, cost[i], squared[i], margin);
        steepest = Math.max(steepest, found[1]);
        double change = found[0] - before;
        if (change != 0) {
          alpha[i] = found[0];
          rows[i].addTo(w, change * y);
          bias += change * y;
        }
      }
      if (steepest < tolerance) {
        break;
      }
    }
    return new DualLogistic(w, bias);
  }

  double margin(Row row) {
    return row.dot(weights) + bias;
  }

  /** One coordinate's optimum by Newton's method, and its gradient before. */
  private static double[] step(double alpha, double cost, double squared, double margin) {
    boolean lower = 0.5 * squared * (cost - 2 * alpha) + margin >= 0;
    double sign = lower ? 1 : -1;
    double old = lower ? alpha : cost - alpha;
    double z = cost - old < 0.5 * cost ? 0.1 * old : old;
    double gradient = squared * (z - old) + sign * margin + Math.log(z / (cost - z));
    double first = Math.abs(gradient);
    for (int i = 0; i < MOST_STEPS && Math.abs(gradient) >= INNER; i++) {
      double next = z - gradient / (squared + cost / (cost - z) / z);
      z = next <= 0 ? z * 0.1 : Math.min(next, cost * (1 - 1e-12));
      gradient = squared * (z - old) + sign * margin + Math.log(z / (cost - z));
    }
    return new double[] {lower ? z : cost - z, first};
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
  }
}
