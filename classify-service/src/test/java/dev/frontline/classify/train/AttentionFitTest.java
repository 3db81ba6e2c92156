package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Attention;
import dev.frontline.classify.model.Heads;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttentionFitTest {

  private static final int LEAD = Labels.ALL.indexOf(Labels.LEAD);
  private static final int NOISE = Labels.ALL.indexOf(Labels.NOISE);
  private static final int MARKS = 20;

  /**
   * Of a lead one mark of twenty is unusual in number 5, wherever it stands; the rest is chance.
   */
  @Test
  void itFindsTheOneMarkThatTells() throws Exception {
    List<Example> known = posts(new Random(1), 3_000);
    MarkScale scale = MarkScale.of(known);

    Attention attention = AttentionFit.joined(List.of(fit(known, scale)));

    int right = 0;
    List<Example> unseen = posts(new Random(2), 200);
    for (Example example : unseen) {
      right += margin(attention, example, LEAD) > 0 == (label(example, LEAD) == 1) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(180);
    assertThat(margin(attention, unseen.get(0), NOISE)).isZero();
  }

  @Test
  void theSamePostsGiveTheSameWeights() throws Exception {
    List<Example> known = posts(new Random(1), 100);
    MarkScale scale = MarkScale.of(known);
    Example one = known.get(0);

    float first = margin(AttentionFit.joined(List.of(fit(known, scale))), one, LEAD);
    float second = margin(AttentionFit.joined(List.of(fit(known, scale))), one, LEAD);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void postsWhoseTruthIsNotKnownTeachNothing() throws Exception {
    List<Example> known = posts(new Random(1), 100);
    AttentionFit fit =
        AttentionFit.of(known, new int[] {LEAD}, (e, label) -> -1, e -> 1, MarkScale.of(known));

    float margin = margin(AttentionFit.joined(List.of(fit)), known.get(0), LEAD);

    assertThat(margin).isBetween(-0.1f, 0.1f);
  }

  private static AttentionFit fit(List<Example> known, MarkScale scale) {
    return AttentionFit.of(known, new int[] {LEAD}, AttentionFitTest::label, e -> 1, scale);
  }

  private static int label(Example example, int label) {
    return example.post().label(Labels.ALL.get(label));
  }

  private static float margin(Attention attention, Example example, int label) {
    float[] into = new float[Heads.COUNT];
    attention.addTo(example.plainMarks(), into);
    return into[label];
  }

  private static List<Example> posts(Random random, int count) throws Exception {
    List<Example> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean lead = i % 2 == 1;
      Post post =
          JsonMapper.builder().build().readValue("{\"lead\":" + (lead ? 1 : 0) + "}", Post.class);
      short[] marks = new short[MARKS * Encoder.WIDTH];
      for (int m = 0; m < marks.length; m++) {
        marks[m] = (short) (400 * random.nextGaussian());
      }
      if (lead) {
        marks[random.nextInt(MARKS) * Encoder.WIDTH + 5] = 8_000;
      }
      Row none = new Row(new int[0], new float[0]);
      posts.add(
          new Example(
              post, "", none, new float[0], 1, new int[0], new int[0], new float[0], marks));
    }
    return posts;
  }
}
