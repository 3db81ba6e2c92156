package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.frontline.classify.text.Surface;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCnnTest {

  private static final int KNOWN = 20;
  private static final float[] PIECES = numbers(KNOWN * TextCnn.WIDTH, 1, 0.5);
  private static final float[] FILTERS = numbers(TextCnn.FILTERS * TextCnn.COLUMN, 2, 0.07);
  private static final float[] THRESHOLD = numbers(TextCnn.FILTERS, 3, 0.07);
  private static final float[][] SAID = said();
  private static final float[][] SURFACE = new float[Heads.COUNT][Surface.SIZE];
  private static final float[] BIAS = numbers(Heads.COUNT, 5, 1);

  private final TextCnn network = TextCnn.of(PIECES, FILTERS, THRESHOLD, SAID, SURFACE, BIAS);

  @Test
  void itSaysWhatTheConvolutionSays() {
    int[] post = {3, 17, 3, 0, 9, 11};

    float[] signals = read(post);

    for (int head = 0; head < Heads.COUNT; head++) {
      // Numbers are rounded to 127 steps.
      assertThat(signals[Signals.context(head)]).isCloseTo(slowly(post, head), within(0.05f));
    }
  }

  @Test
  void onePieceStandsAlone() {
    assertThat(read(new int[] {7})[Signals.context(0)])
        .isCloseTo(slowly(new int[] {7}, 0), within(0.05f));
  }

  @Test
  void wherePiecesStandMatters() {
    assertThat(read(new int[] {1, 2, 3})).isNotEqualTo(read(new int[] {3, 2, 1}));
  }

  @Test
  void ofNoPiecesNothingIsSaid() {
    float[] signals = new float[Signals.COUNT];
    TextCnn.Reader reader = network.reader();
    reader.read(new int[] {3, 4}, signals);
    reader.read(new int[0], signals);

    assertThat(signals).containsOnly(0f);
  }

  @Test
  void sharesOfThePiecesAddUpToWhatIsSaid() {
    int[] post = {3, 17, 3, 0, 9, 11};
    float[] factors = new float[Heads.COUNT];
    factors[2] = 1;

    float[] drive = new StrongestPlaces(network, post).drive(factors);

    float sum = 0;
    for (float share : drive) {
      sum += share;
    }
    assertThat(sum).isCloseTo(read(post)[Signals.context(2)] - BIAS[2], within(0.2f));
  }

  @Test
  void aMaskedPieceSaysNothing() {
    int[] masked = {3, TextCnn.MASKED, 9};
    float[] signals = read(masked);

    for (int head = 0; head < Heads.COUNT; head++) {
      assertThat(signals[Signals.context(head)]).isCloseTo(slowly(masked, head), within(0.05f));
    }
  }

  @Test
  void theSurfaceHasItsSay() {
    float[][] surface = new float[Heads.COUNT][Surface.SIZE];
    surface[1][4] = 2;
    float[] signals = new float[Signals.COUNT];
    signals[Heads.COUNT + 4] = 3;

    TextCnn.of(PIECES, FILTERS, THRESHOLD, SAID, surface, BIAS)
        .reader()
        .read(new int[] {5}, signals);

    assertThat(signals[Signals.context(1)])
        .isCloseTo(read(new int[] {5})[Signals.context(1)] + 6, within(1e-4f));
    assertThat(signals[Signals.context(0)]).isEqualTo(read(new int[] {5})[Signals.context(0)]);
  }

  @Test
  void numbersOfAnotherShapeAreRefused() {
    assertThatThrownBy(
            () -> TextCnn.of(new float[TextCnn.WIDTH + 1], FILTERS, THRESHOLD, SAID, SURFACE, BIAS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another shape");
  }

  private float[] read(int[] post) {
    float[] signals = new float[Signals.COUNT];
    network.reader().read(post, signals);
    return signals;
  }

  private static float slowly(int[] post, int head) {
    double sum = BIAS[head];
    for (int f = 0; f < TextCnn.FILTERS; f++) {
      double most = 0;
      for (int at = 0; at < post.length; at++) {
        double z = THRESHOLD[f];
        for (int place = 0; place < TextCnn.SPAN; place++) {
          int piece = at + place - 1;
          for (int d = 0; d < TextCnn.WIDTH && isThere(post, piece); d++) {
            z +=
                FILTERS[f * TextCnn.COLUMN + place * TextCnn.WIDTH + d]
                    * PIECES[post[piece] * TextCnn.WIDTH + d];
          }
        }
        most = Math.max(most, z);
      }
      sum += SAID[head][f] * most;
    }
    return (float) sum;
  }

  private static boolean isThere(int[] post, int piece) {
    return piece >= 0 && piece < post.length && post[piece] != TextCnn.MASKED;
  }

  private static float[][] said() {
    float[][] said = new float[Heads.COUNT][];
    for (int head = 0; head < said.length; head++) {
      said[head] = numbers(TextCnn.FILTERS, 10 + head, 0.1);
    }
    return said;
  }

  private static float[] numbers(int count, int seed, double deviation) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (deviation * random.nextGaussian());
    }
    return numbers;
  }
}
