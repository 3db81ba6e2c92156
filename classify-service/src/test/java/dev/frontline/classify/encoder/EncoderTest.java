package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
  void theVectorsHaveLengthOneAndSayDifferentThings() {
    float[] vector = vector("My flight was late again");
    float[] first = part(vector, 0);
    float[] sixth = part(vector, 1);

    assertThat(vector).hasSize(Encoder.SIZE);
    for (float[] one : List.of(first, sixth)) {
      assertThat(likeness(one, one)).isBetween(0.9999, 1.0001);
    }
    assertThat(likeness(first, sixth)).isBetween(-0.9, 0.9);
  }

  @Test
  void theMarksAreThoseOfTheWordPiecesAndTheFirstIsTheVectorsFirst() {
    Reading reading = Objects.requireNonNull(encoder.read("late again"));

    assertThat(reading.marks()).hasSize(4 * Encoder.WIDTH);
    float[] first = Arrays.copyOf(reading.marks(), Encoder.WIDTH);
    assertThat(likeness(first, part(reading.vector(), 0)) / Math.sqrt(likeness(first, first)))
        .isBetween(0.9999, 1.0001);
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
  void everyPieceHasAMark() {
    String post = "@Morrowby my order is late again!";
    Pieces split = WordPiece.shipped().read(post, Encoder.MOST_PIECES);

    Reading reading = Objects.requireNonNull(encoder.read(post));

    assertThat(reading.marks()).hasSize(split.ids().length * Encoder.WIDTH);
  }

  @Test
  void onceClosedThereIsNoVector() {
    Encoder other = Encoder.load();

    other.close();

    assertThat(other.read("hello")).isNull();
    assertThat(encoder.read("hello")).isNotNull();
  }

  private static float[] vector(String text) {
    return Objects.requireNonNull(encoder.read(text)).vector();
  }

  private static float[] part(float[] vector, int which) {
    return Arrays.copyOfRange(vector, which * Encoder.WIDTH, (which + 1) * Encoder.WIDTH);
  }

  private static double likeness(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
