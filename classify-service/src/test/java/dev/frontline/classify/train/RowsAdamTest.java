package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsAdamTest {

  private static final int ROWS = 40;
  private static final int WIDTH = 4;
  private static final int STEPS = 600;
  private static final float[] ONES = ones();

  /** Row 0 has a slope in each step, the last ones in few: all must end as in the plain method. */
  @Test
  void rowsThatAreSeldomNeededEndWhereTheyWouldHaveGone() {
    float[] plain = numbers();
    float[] byRow = numbers();
    AdamW all = new AdamW(plain, STEPS, 0);
    RowsAdam rows = new RowsAdam(byRow, WIDTH, STEPS);
    Random random = new Random(2);
    for (int step = 0; step < STEPS; step++) {
      float[] slopes = new float[ROWS * WIDTH];
      for (int row = 0; row < ROWS; row++) {
        if (random.nextInt(1 + row * row) == 0) {
          rows.need(row);
          for (int d = 0; d < WIDTH; d++) {
            slopes[row * WIDTH + d] = (float) (0.3 + random.nextGaussian());
          }
          rows.add(row, slopes, ONES, row * WIDTH);
        }
      }
      all.step(slopes);
      rows.step();
    }
    rows.finish();

    float[] first = numbers();
    for (int i = 0; i < plain.length; i++) {
      float way = Math.abs(plain[i] - first[i]);
      assertThat(byRow[i]).isCloseTo(plain[i], within(0.01f + 0.1f * way));
    }
  }

  @Test
  void aRowWithoutAnySlopeKeepsStill() {
    float[] numbers = numbers();
    RowsAdam rows = new RowsAdam(numbers, WIDTH, STEPS);
    for (int step = 0; step < 50; step++) {
      rows.need(1);
      rows.add(1, ONES, ONES, WIDTH);
      rows.step();
    }
    rows.finish();

    assertThat(Arrays.copyOf(numbers, WIDTH)).isEqualTo(Arrays.copyOf(numbers(), WIDTH));
    assertThat(numbers[WIDTH]).isLessThan(numbers()[WIDTH]);
  }

  private static float[] numbers() {
    Random random = new Random(1);
    float[] numbers = new float[ROWS * WIDTH];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static float[] ones() {
    float[] ones = new float[ROWS * WIDTH];
    Arrays.fill(ones, 1);
    return ones;
  }
}
