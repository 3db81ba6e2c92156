package dev.frontline.classify.train;

import java.util.List;

/**
 * Half whitening of vectors: along each of their main directions they are divided by the fourth
 * root of their variance there. A regularised regression listens to the loud directions first; for
 * what is rare and told by detail, the quieter ones shall be heard sooner. Their mean squared
 * length stays.
 */
final class Whitening {

  /** Of the largest: directions in which nothing varies are no louder than noise. */
  private static final double LEAST_VARIANCE = 1e-5;

  private final int from;
  private final double[][] turn;

  private Whitening(int from, double[][] turn) {
    this.from = from;
    this.turn = turn;
  }

  /**
   * Learns the main directions of a part of the vectors.
   *
   * @param mean taken from each vector
   * @param from the part's first number
   * @param size how many it has
   */
  static Whitening of(List<float[]> vectors, float[] mean, int from, int size) {
    double[][] covariance = new double[size][size];
    double[] centred = new double[size];
    for (float[] vector : vectors) {
      for (int i = 0; i < size; i++) {
        centred[i] = vector[from + i] - mean[from + i];
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += centred[i] * centred[j] / vectors.size();
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    return new Whitening(from, halfWhite(SymmetricEigen.of(covariance)));
  }

  /** The symmetric root, so that the numbers keep their places. */
  private static double[][] halfWhite(SymmetricEigen eigen) {
    int size = eigen.values().length;
    double most = 0;
    for (double value : eigen.values()) {
      most = Math.max(most, value);
    }
    double[] factor = new double[size];
    double before = 0;
    double after = 0;
    for (int k = 0; k < size; k++) {
      double variance = Math.max(eigen.values()[k], most * LEAST_VARIANCE);
      factor[k] = 1 / Math.sqrt(Math.sqrt(variance));
      before += eigen.values()[k];
      after += eigen.values()[k] * factor[k] * factor[k];
    }
    double scale = after > 0 ? Math.sqrt(before / after) : 1;
    double[][] turn = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += eigen.vectors()[i][k] * factor[k] * eigen.vectors()[j][k];
        }
        turn[i][j] = scale * sum;
      }
    }
    return turn;
  }

  /**
   * Whitens the part in place; of a regression's weights on whitened vectors, the same call makes
   * those on the vectors as they are.
   */
  void apply(double[] numbers) {
    double[] whitened = new double[turn.length];
    for (int i = 0; i < turn.length; i++) {
      for (int j = 0; j < turn.length; j++) {
        whitened[i] += turn[i][j] * numbers[from + j];
      }
    }
    System.arraycopy(whitened, 0, numbers, from, turn.length);
  }
}
