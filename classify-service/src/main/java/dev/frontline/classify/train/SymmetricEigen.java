package dev.frontline.classify.train;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, for some hundred rows;
 * the same on every run.
 *
 * @param vectors by row, then eigenvector
 */
record SymmetricEigen(double[] values, double[][] vectors) {

  private static final int MOST_SWEEPS = 20;
  private static final double ENOUGH = 1e-10;

  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += Math.abs(a[i][i]);
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && beside(a) > ENOUGH * trace; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          if (Math.abs(a[p][q]) > ENOUGH * trace / n) {
            rotate(a, v, p, q);
          }
        }
      }
    }
    double[] values = new double[n];
    // Row k of v has held the k-th eigenvector.
    double[][] columns = new double[n][n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
      for (int j = 0; j < n; j++) {
        columns[j][i] = v[i][j];
      }
    }
    return new SymmetricEigen(values, columns);
  }

  /** Makes the element p, q vanish (Golub and Van Loan, Matrix Computations, 8.5). */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    turn(a[p], a[q], c, s);
    for (double[] row : a) {
      double left = row[p];
      double right = row[q];
      row[p] = c * left - s * right;
      row[q] = s * left + c * right;
    }
    turn(v[p], v[q], c, s);
  }

  private static void turn(double[] left, double[] right, double c, double s) {
    for (int i = 0; i < left.length; i++) {
      double l = left[i];
      double r = right[i];
      left[i] = c * l - s * r;
      right[i] = s * l + c * r;
    }
  }

  /** The largest element that is not on the diagonal. */
  private static double beside(double[][] a) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        most = Math.max(most, Math.abs(a[i][j]));
      }
    }
    return most;
  }
}
