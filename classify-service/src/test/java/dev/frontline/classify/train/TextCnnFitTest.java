package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.model.Signals;
import dev.frontline.classify.model.TextCnn;
import dev.frontline.classify.text.Surface;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCnnFitTest {

  private static final int PRAISE = Labels.ALL.indexOf(Labels.PRAISE);
  private static final int NOISE = Labels.ALL.indexOf(Labels.NOISE);
  private static final int WORDS = 60;
  private static final int NOT = 1;
  private static final int GOOD = 2;
  private static final int FINE = 3;

  /** Each post has "not" and "good"; it is praise unless the one stands before the other. */
  @Test
  void itLearnsInWhichOrderWordsStand() {
    TextCnn network = TextCnnFit.of(posts(new Random(1), 3_000, GOOD), words());

    assertThat(right(network, posts(new Random(2), 300, GOOD))).isGreaterThan(280);
  }

  /** "Fine" was in no lesson, but its numbers are nearly those of "good". */
  @Test
  void whatItLearnedOfAWordHoldsForOneLikeIt() {
    TextCnn network = TextCnnFit.of(posts(new Random(1), 3_000, GOOD), words());

    assertThat(right(network, posts(new Random(2), 300, FINE))).isGreaterThan(240);
  }

  @Test
  void theSameLessonsGiveTheSameNetwork() {
    List<Lesson> lessons = posts(new Random(1), 200, GOOD);

    float first = said(TextCnnFit.of(lessons, words()), lessons.get(0), PRAISE);
    float second = said(TextCnnFit.of(lessons, words()), lessons.get(0), PRAISE);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void whatNobodyKnowsTeachesNothing() {
    List<Lesson> lessons = posts(new Random(1), 1_000, GOOD);
    TextCnn taught = TextCnnFit.of(lessons, words());

    float unknown = 0;
    float known = 0;
    for (Lesson lesson : lessons) {
      unknown = Math.max(unknown, Math.abs(said(taught, lesson, NOISE)));
      known = Math.max(known, Math.abs(said(taught, lesson, PRAISE)));
    }
    assertThat(unknown).isLessThan(known / 2);
  }

  private static int right(TextCnn network, List<Lesson> lessons) {
    int right = 0;
    for (Lesson lesson : lessons) {
      right += said(network, lesson, PRAISE) > 0 == (lesson.wanted()[PRAISE] == 1) ? 1 : 0;
    }
    return right;
  }

  private static float said(TextCnn network, Lesson lesson, int head) {
    float[] signals = new float[Signals.COUNT];
    network.reader().read(lesson.pieces(), signals);
    return signals[Signals.context(head)];
  }

  private static List<Lesson> posts(Random random, int count, int good) {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] pieces = new int[12];
      for (int p = 0; p < pieces.length; p++) {
        pieces[p] = 4 + random.nextInt(WORDS - 4);
      }
      boolean praise = random.nextBoolean();
      int at = 1 + random.nextInt(8);
      pieces[at] = praise ? good : NOT;
      pieces[at + 1] = praise ? NOT : good;
      float[] wanted = Lesson.nothing();
      wanted[PRAISE] = praise ? 1 : 0;
      lessons.add(new Lesson(pieces, new float[Surface.SIZE], wanted, 1));
    }
    return lessons;
  }

  private static float[] words() {
    Random random = new Random(3);
    float[] words = new float[WORDS * TextCnn.WIDTH];
    for (int i = 0; i < words.length; i++) {
      words[i] = (float) (0.5 * random.nextGaussian());
    }
    for (int d = 0; d < TextCnn.WIDTH; d++) {
      words[FINE * TextCnn.WIDTH + d] =
          words[GOOD * TextCnn.WIDTH + d] + (float) (0.05 * random.nextGaussian());
    }
    return words;
  }
}
