package dev.frontline.classify.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.kit.company.CompanyFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {

  private final Handles handles =
      new Handles(
          CompanyFile.parse(
              """
              name: Aurelia
              zone: UTC
              shape: solo
              brands:
                - name: Aurelia Air
                  terms: [aurelia air, ask aurelia]
                  accounts: ["mastodon:aurelia_help"]
                - { name: Aurelia Rail, terms: [aurelia rail] }
              sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
              """,
              Map.of()),
          0.3);

  @Test
  void whoWritesToSomebodyElseOnlyHardlyDoes() {
    LabelScore score = complaint("@kim @lee your flight with Aurelia Air is late", 0.35, true);

    assertThat(score.p()).isLessThan(0.2);
    assertThat(score.decided()).isFalse();
    assertThat(score.why()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aurelia Air lost my bag",
        "@AureliaAir where is the crew",
        "@aurelia_help@social.example where is the crew",
        "@AskAurelia @kim where is the crew",
        "@AureliaAirHelpDesk where is the crew",
        "@kim did you see what @AureliaAir did?",
        "write to me@aurelia.example",
      })
  void otherPostsStayAsTheyAre(String post) {
    assertThat(complaint(post, 0.25, false).p()).isEqualTo(0.25);
  }

  @Test
  void aBrandWithoutAccountsIsLeftAlone() {
    Map<String, LabelScore> labels =
        Map.of("complaint", new LabelScore(0.35, true, List.of(), "0", "m"));

    assertThat(handles.sharpen(labels, "@kim late again", List.of("Aurelia Rail")))
        .isSameAs(labels);
  }

  private LabelScore complaint(String post, double p, boolean holds) {
    return handles
        .sharpen(
            Map.of("complaint", new LabelScore(p, holds, List.of("late"), "0", "m")),
            post,
            List.of("Aurelia Air"))
        .get("complaint");
  }
}
