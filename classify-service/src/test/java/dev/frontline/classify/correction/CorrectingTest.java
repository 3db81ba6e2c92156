package dev.frontline.classify.correction;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.postOfSilentTerms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.correction.Correcting.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Mention;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectingTest {

  private static final Mention LOST_BAG = post("7", "ada", "Where is my bag, Aurelia Air?");

  @Test
  void aPersonsWordStandsOverTheModels() {
    Outcome.Accepted outcome = accepted(LOST_BAG, Map.of("complaint", true, "lead", false), null);

    Classification classification = outcome.classification();
    assertThat(classification.labels().get("complaint"))
        .isEqualTo(new LabelScore(1, true, List.of("said by mara"), "human", "mara"));
    assertThat(classification.p("lead")).isZero();
    assertThat(classification.unsure()).isFalse();
    assertThat(classification.tier()).isEqualTo("human");
  }

  @Test
  void theCorrectionAndTheNewJudgementLeaveTogether() {
    Outcome.Accepted outcome = accepted(LOST_BAG, Map.of("complaint", true), null);

    Correction.Pending pending = outcome.state().outbox().get(0);
    assertThat(pending.id()).isEqualTo("demo:7#word#1");
    assertThat(pending.corrected().before()).containsExactly(Map.entry("lead", true));
    assertThat(pending.reclassified().classification()).isEqualTo(outcome.classification());
  }

  @Test
  void aSecondWordKeepsTheFirst() {
    Correction first = accepted(LOST_BAG, Map.of("complaint", true), null).state();

    Correction second = accepted(LOST_BAG, Map.of("question", true), first).state();

    assertThat(second.words()).containsOnlyKeys("complaint", "question");
    assertThat(second.version()).isEqualTo(2);
  }

  @Test
  void whereTermsForbidLearningTheTextIsNotKept() {
    Mention silent = postOfSilentTerms("8", "ada", "Where is my bag, Aurelia Air?");

    assertThat(accepted(silent, Map.of("complaint", true), null).state().text()).isNull();
    assertThat(accepted(LOST_BAG, Map.of("complaint", true), null).state().text())
        .isEqualTo(LOST_BAG.text());
  }

  @Test
  void anUnknownLabelIsRefusedWithTheOnesThereAre() {
    Outcome outcome = decide(LOST_BAG, Map.of("angry", true), null);

    assertThat(outcome).isEqualTo(new Outcome.Refused("'angry' is not a label", Labels.ALL));
  }

  @Test
  void aCorrectionWithoutALabelIsRefused() {
    assertThat(decide(LOST_BAG, Map.of(), null)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aStoredCorrectionReadsBackAsItWasWritten() {
    Correction correction = accepted(LOST_BAG, Map.of("complaint", true), null).state();

    assertThat(CorrectionDocuments.read(CorrectionDocuments.write(correction)))
        .isEqualTo(correction);
  }

  private static Outcome.Accepted accepted(
      Mention mention, Map<String, Boolean> labels, @Nullable Correction before) {
    Outcome outcome = decide(mention, labels, before);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }

  private static Outcome decide(
      Mention mention, Map<String, Boolean> labels, @Nullable Correction before) {
    return Correcting.decide(
        new LabelsRequest(mention, judgedAs("lead", 0.7), labels, "mara"), "mara", before, NOON);
  }
}
