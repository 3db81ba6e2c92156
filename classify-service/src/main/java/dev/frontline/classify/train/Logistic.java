package dev.frontline.classify.train;

/**
 * Logistic regression over a few dozen numbers with a weight a row and a prior mean a coefficient,
 * by Newton's method; dense, exact and the same on every run.
 */
final class Logistic {

  private static final int MOST_STEPS = 60;
  private static final double ENOUGH = 1e-7;

  private Logistic() {}

  /**
   * Fits; the last coefficient is the bias, which is not shrunk.
   *
   * @param rows numbers a row
   * @param truth 0 or 1 a row
   * @param weight of each row
   * @param prior where each coefficient is drawn to
   * @param shrink how strongly, by coefficient
   */
  static double[] fit(
      float[][] rows, boolean[] truth, double[] weight, double[] prior, double[] shrink) {
    int d = prior.length;
    double[] w = new double[d + 1];
    System.arraycopy(prior, 0, w, 0, d);
    double loss = loss(rows, truth, weight, prior, shrink, w);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[d + 1];
      double[][] curve = new double[d + 1][d + 1];
      for (int j = 0; j < d; j++) {
        gradient[j] = shrink[j] * (w[j] - prior[j]);
        curve[j][j] = shrink[j];
      }
      curve[d][d] = 1e-9;
      accumulate(rows, truth, weight, w, gradient, curve);
      double[] move = solve(curve, gradient);
      double size = 1;
      double[] next = moved(w, move, size);
      double better = loss(rows, truth, weight, prior, shrink, next);
      while (better > loss && size > 1e-6) {
        size /= 2;
        next = moved(w, move, size);
        better = loss(rows, truth, weight, prior, shrink, next);
      }
      boolean done = loss - better < ENOUGH * (1 + Math.abs(loss));
      w = next;
      loss = better;
      if (done) {
        break;
      }
    }
    return w;
  }

  static double odds(float[] row, double[] w) {
    double sum = w[w.length - 1];
    for (int j = 0; j < w.length - 1; j++) {
      sum += w[j] * row[j];
    }
    return sum;
  }

  private static void accumulate(
      float[][] rows,
      boolean[] truth,
      double[] weight,
      double[] w,
      double[] gradient,
      double[][] curve) {
    int d = w.length - 1;
    for (int i = 0; i < rows.length; i++) {
      double p = 1 / (1 + Math.exp(-odds(rows[i], w)));
      double error = weight[i] * (p - (truth[i] ? 1 : 0));
      double bend = weight[i] * p * (1 - p);
      for (int j = 0; j <= d; j++) {
        double x = j == d ? 1 : rows[i][j];
        if (x == 0) {
          continue;
        }
        gradient[j] += error * x;
        for (int k = 0; k <= j; k++) {
          curve[j][k] += bend * x * (k == d ? 1 : rows[i][k]);
        }
      }
    }
    for (int j = 0; j <= d; j++) {
      for (int k = 0; k < j; k++) {
        curve[k][j] = curve[j][k];
      }
    }
  }

  private static double loss(
      float[][] rows,
      boolean[] truth,
      double[] weight,
      double[] prior,
      double[] shrink,
      double[] w) {
    double sum = 0;
    for (int j = 0; j < prior.length; j++) {
      sum += shrink[j] / 2 * (w[j] - prior[j]) * (w[j] - prior[j]);
    }
    for (int i = 0; i < rows.length; i++) {
      double odds = odds(rows[i], w);
      double against = truth[i] ? -odds : odds;
      sum += weight[i] * (against > 30 ? against : Math.log1p(Math.exp(against)));
    }
    return sum;
  }

  private static double[] moved(double[] w, double[] move, double size) {
    double[] next = w.clone();
    for (int j = 0; j < w.length; j++) {
      next[j] -= size * move[j];
    }
    return next;
  }

  /** Solves a symmetric positive definite system by Cholesky's decomposition. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
      }
    }
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i][k] * y[k];
      }
      y[i] = sum / l[i][i];
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = y[i];
      for (int k = i + 1; k < n; k++) {
        sum -= l[k][i] * x[k];
      }
      x[i] = sum / l[i][i];
    }
    return x;
  }
}
