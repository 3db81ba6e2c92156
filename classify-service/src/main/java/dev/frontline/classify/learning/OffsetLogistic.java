package dev.frontline.classify.learning;

/**
 * L2-regularised logistic regression over sparse rows, each with a fixed offset in its log-odds and
 * a target from 0 to 1, by Newton's method with conjugate gradients (as in Lin, Weng and Keerthi
 * 2008): with an offset that tells the target, all weights stay 0. Exact and the same on every run.
 */
final class OffsetLogistic {

  private static final int MOST_STEPS = 30;
  private static final int MOST_INNER_STEPS = 40;
  private static final double ENOUGH = 1e-3;
  private static final double INNER = 0.1;

  private final Example[] rows;
  private final int columns;
  private final double shrink;
  private final double shrinkIntercept;

  /**
   * @param columns how many numbers a row may have; the intercept comes after them
   * @param shrink how strongly weights are drawn to 0
   * @param shrinkIntercept the same for the intercept
   */
  OffsetLogistic(Example[] rows, int columns, double shrink, double shrinkIntercept) {
    this.rows = rows;
    this.columns = columns;
    this.shrink = shrink;
    this.shrinkIntercept = shrinkIntercept;
  }

  /**
   * One row.
   *
   * @param columns which numbers it has
   * @param offset log-odds that stand already
   * @param target 0 to 1
   * @param cost how much it counts
   */
  record Example(int[] columns, float[] values, double offset, double target, double cost) {}

  /** Weights by column, then the intercept. */
  double[] fit() {
    double[] w = new double[columns + 1];
    double[] odds = odds(w);
    double loss = loss(w, odds);
    double first = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = gradient(w, odds);
      double steepness = norm(gradient);
      first = step == 0 ? steepness : first;
      if (steepness <= ENOUGH * first || steepness < 1e-9) {
        break;
      }
      double[] move = direction(gradient, odds);
      double size = 1;
      double slope = dot(gradient, move);
      while (true) {
        double[] next = moved(w, move, size);
        double[] nextOdds = odds(next);
        double nextLoss = loss(next, nextOdds);
        if (nextLoss <= loss + 1e-4 * size * slope || size < 1e-6) {
          w = next;
          odds = nextOdds;
          loss = nextLoss;
          break;
        }
        size /= 2;
      }
    }
    return w;
  }

  /** Solves Hessian · move = −gradient as far as it helps. */
  private double[] direction(double[] gradient, double[] odds) {
    double[] bend = new double[rows.length];
    for (int i = 0; i < bend.length; i++) {
      double p = probability(odds[i]);
      bend[i] = rows[i].cost() * p * (1 - p);
    }
    double[] move = new double[gradient.length];
    double[] rest = new double[gradient.length];
    for (int j = 0; j < rest.length; j++) {
      rest[j] = -gradient[j];
    }
    double[] towards = rest.clone();
    double size = dot(rest, rest);
    double enough = INNER * INNER * size;
    for (int step = 0; step < MOST_INNER_STEPS && size > enough; step++) {
      double[] curved = curved(towards, bend);
      double length = size / dot(towards, curved);
      for (int j = 0; j < move.length; j++) {
        move[j] += length * towards[j];
        rest[j] -= length * curved[j];
      }
      double next = dot(rest, rest);
      double keep = next / size;
      for (int j = 0; j < towards.length; j++) {
        towards[j] = rest[j] + keep * towards[j];
      }
      size = next;
    }
    return move;
  }

  private double[] curved(double[] v, double[] bend) {
    double[] result = shrunk(v);
    for (int i = 0; i < rows.length; i++) {
      add(result, rows[i], bend[i] * at(rows[i], v));
    }
    return result;
  }

  private double[] gradient(double[] w, double[] odds) {
    double[] result = shrunk(w);
    for (int i = 0; i < rows.length; i++) {
      add(result, rows[i], rows[i].cost() * (probability(odds[i]) - rows[i].target()));
    }
    return result;
  }

  private double[] shrunk(double[] v) {
    double[] result = new double[v.length];
    for (int j = 0; j < columns; j++) {
      result[j] = shrink * v[j];
    }
    result[columns] = shrinkIntercept * v[columns];
    return result;
  }

  private double loss(double[] w, double[] odds) {
    double sum = dot(shrunk(w), w) / 2;
    for (int i = 0; i < rows.length; i++) {
      double z = odds[i];
      double softplus = z > 30 ? z : Math.log1p(Math.exp(z));
      sum += rows[i].cost() * (softplus - rows[i].target() * z);
    }
    return sum;
  }

  private double[] odds(double[] w) {
    double[] odds = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      odds[i] = rows[i].offset() + at(rows[i], w);
    }
    return odds;
  }

  private double at(Example row, double[] v) {
    double sum = v[columns];
    for (int k = 0; k < row.columns().length; k++) {
      sum += row.values()[k] * v[row.columns()[k]];
    }
    return sum;
  }

  private void add(double[] to, Example row, double factor) {
    to[columns] += factor;
    for (int k = 0; k < row.columns().length; k++) {
      to[row.columns()[k]] += factor * row.values()[k];
    }
  }

  private static double[] moved(double[] w, double[] move, double size) {
    double[] next = w.clone();
    for (int j = 0; j < w.length; j++) {
      next[j] += size * move[j];
    }
    return next;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  static double probability(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
