package dev.frontline.classify.refine;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.edited;
import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.shed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Mention;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RefiningTest {

  private static final Mention POST = post("1", "ada", "Lost again");
  private static final LabelScore SURE = new LabelScore(0.9, true, List.of("Lost"), "1", "m2");

  @Test
  void onlyShedJudgementsAreRefined() {
    assertThat(Refining.of(new MentionClassified(POST, shed(NOON)))).isNotNull();
    assertThat(Refining.of(new MentionClassified(POST, judgedAs("lead", 0.7)))).isNull();
    assertThat(Refining.of(again(Cause.EDIT))).isNotNull();
  }

  @Test
  void aRefinedJudgementIsNeverRefinedAgain() {
    assertThat(Refining.of(again(Cause.REFINED))).isNull();
    assertThat(Refining.of(again(Cause.HUMAN))).isNull();
  }

  @Test
  void theRefinedOneKeepsItsStoryAndStandsJustBehindTheFirst() {
    Refining.Shed one =
        Objects.requireNonNull(Refining.of(new MentionClassified(POST, shed(NOON))));

    Classification refined =
        Refining.refined(
            one,
            new Judgement(
                "en",
                Sentiment.NEUTRAL,
                Map.of("complaint", SURE),
                false,
                "m2",
                "1",
                false,
                java.util.List.of()));

    assertThat(refined.storyId()).isEqualTo("demo:story");
    assertThat(refined.shed()).isFalse();
    assertThat(refined.tier()).isEqualTo("1");
    assertThat(refined.classifiedAt()).isEqualTo(NOON.plusMillis(1));
  }

  @Test
  void theMarkIsFoundInTheRecordOfAShedPostOnly() {
    assertThat(ShedMark.isIn(record(new MentionClassified(POST, shed(NOON))))).isTrue();
    assertThat(ShedMark.isIn(record(new MentionClassified(POST, judgedAs("lead", 0.7))))).isFalse();
    assertThat(ShedMark.isIn(new byte[] {1, 2})).isFalse();
  }

  private static byte[] record(ClassifyEvent event) {
    return ClassifiedRecords.record(ClassifiedRecords.id(event), NOON, event).value();
  }

  private static MentionReclassified again(Cause cause) {
    return new MentionReclassified(edited(POST, "Lost", 2), shed(NOON), cause, 0, "m1");
  }
}
