package dev.frontline.classify.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Match.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApartTest {

  private static final List<Sides.Side> BOTH =
      List.of(
          new Sides.Side("Aurelia Air", Kind.BRAND, "ours", true),
          new Sides.Side("Kestrel", Kind.RIVAL, "theirs", true));

  @Test
  void aLabelGoesToThePartThatSaysItWhereTheOtherPlainlyDoesNot() {
    List<About> about =
        Apart.of(
            said(Labels.COMPLAINT, 0.9, Labels.PRAISE, 0.3),
            BOTH,
            part ->
                part.equals("ours")
                    ? said(Labels.COMPLAINT, 0.05, Labels.PRAISE, 0.8)
                    : said(Labels.COMPLAINT, 0.95, Labels.PRAISE, 0.02));

    assertThat(held(about, 0)).containsExactly(Labels.PRAISE);
    assertThat(held(about, 1)).containsExactly(Labels.COMPLAINT);
  }

  @Test
  void aLabelThatNoPartSaysAloneStaysWithBoth() {
    List<About> about =
        Apart.of(
            said(Labels.COMPLAINT, 0.9, Labels.PRAISE, 0.1),
            BOTH,
            part -> said(Labels.COMPLAINT, 0.1, Labels.PRAISE, part.equals("ours") ? 0.1 : 0.9));

    assertThat(held(about, 0)).containsExactly(Labels.COMPLAINT);
    assertThat(held(about, 1)).containsExactly(Labels.COMPLAINT, Labels.PRAISE);
  }

  @Test
  void aLabelStaysWithAPartThatIsOnlyLessSure() {
    assertThat(
            Apart.of(
                said(Labels.COMPLAINT, 0.9, Labels.PRAISE, 0.1),
                BOTH,
                part -> said(Labels.COMPLAINT, part.equals("ours") ? 0.45 : 0.9, "noise", 0.1)))
        .isEmpty();
  }

  @Test
  void aPartOfTwoWordsTakesNothingAway() {
    List<Sides.Side> brief =
        List.of(
            new Sides.Side("Aurelia Air", Kind.BRAND, "ours", false),
            new Sides.Side("Kestrel", Kind.RIVAL, "theirs", true));

    assertThat(
            Apart.of(
                said(Labels.COMPLAINT, 0.9, Labels.PRAISE, 0.1),
                brief,
                part -> said(Labels.COMPLAINT, part.equals("ours") ? 0.01 : 0.9, "noise", 0.1)))
        .isEmpty();
  }

  private static List<String> held(List<About> about, int which) {
    Map<String, LabelScore> labels = about.get(which).labels();
    return Labels.ALL.stream()
        .filter(l -> labels.containsKey(l) && labels.get(l).decided())
        .toList();
  }

  private static Judgement said(String one, double p, String other, double q) {
    return new Judgement(
        "en",
        Sentiment.NEUTRAL,
        Map.of(one, score(p), other, score(q)),
        false,
        "m1",
        "0",
        false,
        List.of());
  }

  private static LabelScore score(double p) {
    return new LabelScore(p, p >= 0.5, List.of(), "0", "m1");
  }
}
