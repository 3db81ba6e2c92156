package dev.frontline.classify.train;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Vectors by their directions of most variance (principal components). */
final class MainDirections {

  private MainDirections() {}

  /**
   * Each vector in few numbers, the direction of most variance first; all numbers together have
   * mean 0 and that deviation.
   *
   * @param vectors one after the other, {@code width} numbers each
   * @param kept how many numbers of each are wanted
   */
  static float[] of(float[] vectors, int width, int kept, double deviation) {
    int count = vectors.length / width;
    double[] mean = new double[width];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % width] += vectors[i] / count;
    }
    float[][] turn = turn(SymmetricEigen.of(covariance(vectors, mean)), kept);
    float[] turned = new float[count * kept];
    double squares = 0;
    for (int v = 0; v < count; v++) {
      for (int d = 0; d < width; d++) {
        float number = (float) (vectors[v * width + d] - mean[d]);
        for (int k = 0; k < kept; k++) {
          turned[v * kept + k] += number * turn[d][k];
        }
      }
      for (int k = 0; k < kept; k++) {
        squares += turned[v * kept + k] * turned[v * kept + k];
      }
    }
    float factor = (float) (deviation / Math.sqrt(squares / turned.length));
    for (int i = 0; i < turned.length; i++) {
      turned[i] *= factor;
    }
    return turned;
  }

  private static double[][] covariance(float[] vectors, double[] mean) {
    int width = mean.length;
    double[][] covariance = new double[width][width];
    double[] centred = new double[width];
    for (int from = 0; from < vectors.length; from += width) {
      for (int i = 0; i < width; i++) {
        centred[i] = vectors[from + i] - mean[i];
      }
      for (int i = 0; i < width; i++) {
        double[] row = covariance[i];
        double number = centred[i];
        for (int j = 0; j < width; j++) {
          row[j] += number * centred[j];
        }
      }
    }
    return covariance;
  }

  /** The main directions, by number of a vector, then direction. */
  private static float[][] turn(SymmetricEigen eigen, int kept) {
    int[] order =
        IntStream.range(0, eigen.values().length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -eigen.values()[k]))
            .mapToInt(k -> k)
            .toArray();
    float[][] turn = new float[order.length][kept];
    for (int d = 0; d < order.length; d++) {
      for (int k = 0; k < kept; k++) {
        turn[d][k] = (float) eigen.vectors()[d][order[k]];
      }
    }
    return turn;
  }
}
