package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EncoderTest {

  private static Encoder encoder;

  @BeforeAll
  static void load() {
    encoder = Encoder.load();
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void bothVectorsHaveLengthOneAndSayDifferentThings() {
    float[] vector = vector("My flight was late again");
    float[] last = Arrays.copyOf(vector, Encoder.SIZE / 2);
    float[] halfWay = Arrays.copyOfRange(vector, Encoder.SIZE / 2, Encoder.SIZE);

    assertThat(vector).hasSize(Encoder.SIZE);
    assertThat(likeness(last, last)).isBetween(0.9999, 1.0001);
    assertThat(likeness(halfWay, halfWay)).isBetween(0.9999, 1.0001);
    assertThat(likeness(last, halfWay)).isBetween(-0.9, 0.9);
  }

  @Test
  void likeMeaningsLieCloserThanUnlikeOnes() {
    float[] late = vector("The plane left three hours behind schedule");

    assertThat(likeness(late, vector("Our flight was badly delayed")))
        .isGreaterThan(likeness(late, vector("I adore this chocolate cake")) + 0.1);
  }

  @Test
  void aPostHasTheSameVectorWhoeverElseIsRead() throws Exception {
    float[] alone = vector("Where can I buy the new model?");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<float[]> other = two.submit(() -> vector("x ".repeat(90)));
      Future<float[]> same = two.submit(() -> vector("Where can I buy the new model?"));

      assertThat(same.get()).isEqualTo(alone);
      assertThat(other.get()).hasSize(Encoder.SIZE);
    } finally {
      two.shutdown();
    }
  }

  @Test
  void whoIsNamedAndWhereLinksLeadMakesNoDifference() {
    assertThat(vector("@Morrowby my order is late https://a.example/1"))
        .isEqualTo(vector("@Tillerbean my order is late http://b.example/other?x=1"));
  }

  @Test
  void onceClosedThereIsNoVector() {
    Encoder other = Encoder.load();

    other.close();

    assertThat(other.embed("hello")).isNull();
    assertThat(encoder.embed("hello")).isNotNull();
  }

  private static float[] vector(String text) {
    float[] vector = encoder.embed(text);
    assertThat(vector).isNotNull();
    return vector;
  }

  private static double likeness(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
