package dev.frontline.classify.mention;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.ownPost;
import static dev.frontline.classify.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.story.Place;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifyingTest {

  private static final LabelScore SURE = new LabelScore(0.9, true, List.of("lost"), "0", "m1");

  private static final Judgement JUDGEMENT =
      new Judgement(
          "en", Sentiment.NEUTRAL, Map.of("complaint", SURE), true, "m1", "0", true, List.of());

  @Test
  void aPostCarriesWhatTheModelSaysAndWhereItStands() {
    Classification c =
        Classifying.classify(
            post("1", "ada", "lost"), JUDGEMENT, new Place("demo:0", "demo:0"), NOON);

    assertThat(c.labels()).containsExactly(Map.entry("complaint", SURE));
    assertThat(c.unsure()).isTrue();
    assertThat(c.tier()).isEqualTo("0");
    assertThat(c.shed()).isTrue();
    assertThat(c.storyId()).isEqualTo("demo:0");
    assertThat(c.nearCopyOf()).isEqualTo("demo:0");
    assertThat(c.model()).isEqualTo("m1");
    assertThat(c.classifiedAt()).isEqualTo(NOON);
  }

  @Test
  void ourOwnPostIsNotJudged() {
    Classification c = Classifying.classify(ownPost("1", "Hello"), JUDGEMENT, Place.ALONE, NOON);

    assertThat(c.notScored()).isEqualTo("own");
    assertThat(c.labels()).isEmpty();
    assertThat(c.unsure()).isFalse();
  }
}
