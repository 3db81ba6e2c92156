package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhiteningTest {

  private static final int SIZE = 6;
  private static final float[] MEAN = new float[2 + SIZE];

  private final Random random = new Random(3);

  @Test
  void theDirectionsOfASymmetricMatrixMultiplyBackToIt() {
    double[][] matrix = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        double sum = 0;
        for (int k = 0; k < SIZE; k++) {
          sum += eigen.vectors()[i][k] * eigen.values()[k] * eigen.vectors()[j][k];
        }
        assertThat(sum).isCloseTo(matrix[i][j], within(1e-8));
      }
    }
  }

  @Test
  void loudAndQuietDirectionsComeNearerAndTheLengthStays() {
    List<float[]> vectors = Stream.generate(this::loudInOne).limit(4_000).toList();
    Whitening whitening = Whitening.of(vectors, MEAN, 2, SIZE);

    double[] before = variances(vectors.stream().map(WhiteningTest::doubles).toList());
    List<double[]> whitened = vectors.stream().map(WhiteningTest::doubles).toList();
    whitened.forEach(whitening::apply);
    double[] after = variances(whitened);

    assertThat(before[2] / before[3]).isBetween(80.0, 125.0);
    assertThat(after[2] / after[3]).isBetween(9.0, 11.5);
    assertThat(sum(after)).isCloseTo(sum(before), within(1e-6 * sum(before)));
    assertThat(after[0]).isEqualTo(before[0]);
  }

  @Test
  void weightsOnWhitenedVectorsComeBackToThoseOnVectorsAsTheyAre() {
    Whitening whitening =
        Whitening.of(Stream.generate(this::loudInOne).limit(500).toList(), MEAN, 2, SIZE);
    double[] vector = doubles(loudInOne());
    double[] weights = doubles(loudInOne());
    double[] white = vector.clone();
    double[] raw = weights.clone();

    whitening.apply(white);
    whitening.apply(raw);

    assertThat(dot(weights, white)).isCloseTo(dot(raw, vector), within(1e-9));
  }

  private float[] loudInOne() {
    float[] vector = new float[2 + SIZE];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (random.nextGaussian() * (i == 2 ? 1 : 0.1));
    }
    return vector;
  }

  private static double[] doubles(float[] vector) {
    double[] doubles = new double[vector.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = vector[i];
    }
    return doubles;
  }

  private static double[] variances(List<double[]> vectors) {
    double[] sums = new double[2 + SIZE];
    for (double[] vector : vectors) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += vector[i] * vector[i] / vectors.size();
      }
    }
    return sums;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 2; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
