package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.frontline.classify.encoder.Encoder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionTest {

  private static final int LABEL = 2;
  private static final int HEAD = LABEL * Attention.HEADS;

  @Test
  void oneTellingMarkAmongManyIsHeard() {
    Attention attention = looksForTheFirstNumberAndSaysTheSecond();
    float[] marks = new float[30 * Encoder.WIDTH];
    marks[17 * Encoder.WIDTH] = 1;
    marks[17 * Encoder.WIDTH + 1] = 2;
    marks[3 * Encoder.WIDTH + 1] = -5;

    float[] said = said(attention, marks);

    assertThat(said[LABEL]).isCloseTo(0.25f + 2, within(0.01f));
  }

  @Test
  void whereNoMarkMattersAllCountAlike() {
    Attention attention = looksForTheFirstNumberAndSaysTheSecond();
    float[] marks = new float[2 * Encoder.WIDTH];
    marks[1] = 1;
    marks[Encoder.WIDTH + 1] = 2;

    assertThat(said(attention, marks)[LABEL]).isCloseTo(0.25f + 1.5f, within(0.001f));
  }

  @Test
  void otherLabelsAndSentimentsAreLeftAsTheyWere() {
    float[] into = new float[Heads.COUNT];
    into[Heads.sentiment(0)] = 7;

    looksForTheFirstNumberAndSaysTheSecond().addTo(new float[Encoder.WIDTH], into);

    assertThat(into[Heads.sentiment(0)]).isEqualTo(7);
    assertThat(into[0]).isZero();
  }

  @Test
  void weightsKeepWhatABytePerColumnCanTell() {
    Attention attention = looksForTheFirstNumberAndSaysTheSecond();

    Attention again = new Attention(attention.bytes(), attention.scale(), attention.bias());

    float[] marks = new float[Encoder.WIDTH];
    marks[1] = 0.5f;
    assertThat(said(again, marks)).isEqualTo(said(attention, marks));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 37, 128})
  void sumsAreEachNumberTimesItsWeightWhateverTheColumns(int columns) {
    Random random = new Random(columns);
    float[] marks = anyNumbers(random, 3 * Encoder.WIDTH);
    float[] weights = anyNumbers(random, Encoder.WIDTH * columns);

    float[] sums = Attention.sums(marks, weights, columns);

    float[] expected = new float[3 * columns];
    for (int i = 0; i < expected.length; i++) {
      for (int d = 0; d < Encoder.WIDTH; d++) {
        float number = marks[i / columns * Encoder.WIDTH + d];
        expected[i] += number * weights[d * columns + i % columns];
      }
    }
    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void anotherShapeIsRefused() {
    assertThatThrownBy(() -> new Attention(new byte[3], new float[3], new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The label's first head scores number 0 (a hundredfold) and says number 1. */
  private static Attention looksForTheFirstNumberAndSaysTheSecond() {
    float[] weights = new float[Attention.BYTES];
    weights[HEAD] = 100;
    weights[Attention.COLUMNS + Attention.PAIRS + HEAD] = 1;
    float[] bias = new float[Heads.LABELS];
    bias[LABEL] = 0.25f;
    return Attention.of(weights, bias);
  }

  private static float[] anyNumbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private static float[] said(Attention attention, float[] marks) {
    float[] into = new float[Heads.COUNT];
    attention.addTo(marks, into);
    return into;
  }
}
