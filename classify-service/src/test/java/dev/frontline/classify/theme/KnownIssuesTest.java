package dev.frontline.classify.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.kit.company.CompanyFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownIssuesTest {

  private static final Map<String, Double> THRESHOLDS = Map.of("complaint", 0.3, "pr_risk", 0.3);
  private static final List<String> AIR = List.of("Aurelia Air");

  private final KnownIssues issues =
      new KnownIssues(
          CompanyFile.parse(
              """
              name: Aurelia
              zone: UTC
              shape: solo
              brands:
                - name: Aurelia Air
                  terms: [aurelia]
                  knownIssues:
                    - { name: Gate of March, words: [gate .. clos* early, "boarding ~~ 0.5"] }
                    - { name: Galley smoke, words: [smoke .. galley], label: pr_risk }
                - { name: Aurelia Rail, terms: [aurelia rail] }
              sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
              """,
              Map.of()),
          THRESHOLDS);

  @Test
  void aKnownIssueMakesADoubtfulComplaintOneAndSaysItsName() {
    LabelScore score =
        sharpened("Your GATE was closed early today", 0.2, false, List.of()).get("complaint");

    assertThat(score.decided()).isTrue();
    assertThat(score.p()).isBetween(0.52, 0.54);
    assertThat(score.why())
        .containsExactly("(known issue: Gate of March)", "GATE was closed early");
  }

  @Test
  void whatDoesNotReadLikeAComplaintStaysNone() {
    LabelScore score = sharpened("The gate closes early", 0.02, false, List.of()).get("complaint");

    assertThat(score.decided()).isFalse();
    assertThat(score.why()).isEmpty();
  }

  @Test
  void whatHoldsAlreadyKeepsItsOwnWordsBehindTheIssue() {
    LabelScore score =
        sharpened("The gate closed early, awful", 0.8, true, List.of("awful")).get("complaint");

    assertThat(score.why())
        .containsExactly("(known issue: Gate of March)", "gate closed early", "awful");
  }

  @Test
  void anIssueMaySpeakForAnotherLabel() {
    Map<String, LabelScore> labels = sharpened("smoke from the galley", 0.2, false, List.of());

    assertThat(labels.get("pr_risk").decided()).isTrue();
    assertThat(labels.get("complaint").p()).isEqualTo(0.2);
  }

  @Test
  void anIssueOfOneBrandSaysNothingOfAnother() {
    Map<String, LabelScore> labels = labels(0.2, false, List.of());

    assertThat(issues.sharpen(labels, "gate closed early", List.of("Aurelia Rail")))
        .isSameAs(labels);
  }

  @Test
  void aWeakWordAloneChangesNothing() {
    assertThat(sharpened("boarding now", 0.2, false, List.of()))
        .isEqualTo(labels(0.2, false, List.of()));
  }

  private Map<String, LabelScore> sharpened(
      String text, double p, boolean holds, List<String> why) {
    return issues.sharpen(labels(p, holds, why), text, AIR);
  }

  private static Map<String, LabelScore> labels(double p, boolean holds, List<String> why) {
    return Map.of(
        "complaint", new LabelScore(p, holds, why, "0", "m"),
        "pr_risk", new LabelScore(p, false, List.of(), "0", "m"));
  }
}
