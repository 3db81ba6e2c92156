package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MainDirectionsTest {

  private static final int COUNT = 2_000;
  private static final int WIDTH = 5;

  /** Numbers 1 and 3 rise together and far; the others are a little chance, away from nothing. */
  @Test
  void theDirectionInWhichMostVariesComesFirst() {
    Random random = new Random(1);
    float[] vectors = new float[COUNT * WIDTH];
    float[] far = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      far[i] = (float) random.nextGaussian();
      for (int d = 0; d < WIDTH; d++) {
        vectors[i * WIDTH + d] = 7 + (float) (0.1 * random.nextGaussian());
      }
      vectors[i * WIDTH + 1] += 3 * far[i];
      vectors[i * WIDTH + 3] -= 3 * far[i];
    }

    float[] turned = MainDirections.of(vectors, WIDTH, 2, 0.5);

    double together = 0;
    double squares = 0;
    double sum = 0;
    double first = 0;
    for (int i = 0; i < COUNT; i++) {
      together += turned[2 * i] * far[i];
      first += turned[2 * i] * turned[2 * i];
      squares += turned[2 * i] * turned[2 * i] + turned[2 * i + 1] * turned[2 * i + 1];
      sum += turned[2 * i] + turned[2 * i + 1];
    }
    assertThat(first / squares).isGreaterThan(0.99);
    assertThat(Math.abs(together) / Math.sqrt(first * squared(far))).isGreaterThan(0.99);
    assertThat(sum / turned.length).isCloseTo(0, within(1e-3));
    assertThat(Math.sqrt(squares / turned.length)).isCloseTo(0.5, within(1e-3));
  }

  private static double squared(float[] numbers) {
    double squares = 0;
    for (float number : numbers) {
      squares += number * number;
    }
    return squares;
  }
}
