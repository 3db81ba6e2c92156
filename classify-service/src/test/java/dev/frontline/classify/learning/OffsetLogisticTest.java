package dev.frontline.classify.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.frontline.classify.learning.OffsetLogistic.Example;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetLogisticTest {

  private static final int COLUMNS = 12;

  @Test
  void whereTheOffsetTellsTheTargetNothingIsLearned() {
    Example[] rows = rows(50);
    for (int i = 0; i < rows.length; i++) {
      double odds = (i % 7) - 3;
      rows[i] =
          new Example(
              rows[i].columns(), rows[i].values(), odds, OffsetLogistic.probability(odds), 1);
    }

    double[] w = new OffsetLogistic(rows, COLUMNS, 0.2, 50).fit();

    assertThat(w).containsOnly(0.0);
  }

  @Test
  void atTheOptimumNoDirectionIsBetter() {
    Example[] rows = rows(80);

    double[] w = new OffsetLogistic(rows, COLUMNS, 0.5, 5).fit();

    double best = loss(rows, w, 0.5, 5);
    for (int j = 0; j < w.length; j++) {
      for (double step : new double[] {-0.05, 0.05}) {
        double[] moved = w.clone();
        moved[j] += step;
        assertThat(loss(rows, moved, 0.5, 5)).isGreaterThan(best);
      }
    }
  }

  @Test
  void aRowThatCountsTwiceIsTheSameRowTwice() {
    Example[] rows = rows(40);
    Example[] twice = Arrays.copyOf(rows, 41);
    twice[40] = rows[3];
    Example[] heavier = rows.clone();
    Example third = rows[3];
    heavier[3] = new Example(third.columns(), third.values(), third.offset(), third.target(), 2);

    double[] a = new OffsetLogistic(twice, COLUMNS, 0.5, 5).fit();
    double[] b = new OffsetLogistic(heavier, COLUMNS, 0.5, 5).fit();

    for (int j = 0; j < a.length; j++) {
      assertThat(a[j]).isCloseTo(b[j], within(1e-3));
    }
  }

  private static Example[] rows(int count) {
    Random random = new Random(4);
    Example[] rows = new Example[count];
    for (int i = 0; i < count; i++) {
      int[] columns = {random.nextInt(4), 4 + random.nextInt(4), 8 + random.nextInt(4)};
      float[] values = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      rows[i] = new Example(columns, values, random.nextGaussian(), i % 2, 1);
    }
    return rows;
  }

  /** The same loss, the slow and obvious way. */
  private static double loss(Example[] rows, double[] w, double shrink, double shrinkIntercept) {
    double sum = shrinkIntercept / 2 * w[COLUMNS] * w[COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      sum += shrink / 2 * w[j] * w[j];
    }
    for (Example row : rows) {
      double odds = row.offset() + w[COLUMNS];
      for (int k = 0; k < row.columns().length; k++) {
        odds += row.values()[k] * w[row.columns()[k]];
      }
      double p = 1 / (1 + Math.exp(-odds));
      sum -= row.cost() * (row.target() * Math.log(p) + (1 - row.target()) * Math.log(1 - p));
    }
    return sum;
  }
}
