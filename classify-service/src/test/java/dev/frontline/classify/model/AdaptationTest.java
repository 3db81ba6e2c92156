package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdaptationTest {

  private static final String PLAIN = "The new kiosk in the hall, grey all morning";
  private static final int COMPLAINT = Labels.ALL.indexOf(Labels.COMPLAINT);

  private final Tier0 tier0 = new Tier0(ModelFile.shipped(), CueBook.shipped());

  @Test
  void nothingLearnedChangesNothing() {
    Judgement shipped = tier0.judge(PLAIN, BrandNames.NONE, "en");
    Judgement again = tier0.judge(PLAIN, BrandNames.NONE, "en", Adaptation.NONE);

    assertThat(again).isEqualTo(shipped);
    assertThat(shipped.model()).isEqualTo(tier0.version());
  }

  @Test
  void whatWasLearnedMovesTheLabelSaysItsWordsAndNamesItsVersion() {
    Adaptation learned = strongOn("kiosk");

    Judgement judgement = tier0.judge(PLAIN, BrandNames.NONE, "en", learned);

    LabelScore complaint = Objects.requireNonNull(judgement.labels().get(Labels.COMPLAINT));
    assertThat(tier0.judge(PLAIN, BrandNames.NONE, "en").labels().get(Labels.COMPLAINT))
        .satisfies(before -> assertThat(Objects.requireNonNull(before).decided()).isFalse());
    assertThat(complaint.decided()).isTrue();
    assertThat(complaint.why()).anyMatch(piece -> piece.contains("kiosk"));
    assertThat(complaint.model()).isEqualTo(tier0.version() + "+7");
    assertThat(judgement.model()).isEqualTo(tier0.version() + "+7");
  }

  @Test
  void judgingAndLearningSeeTheSameProbability() {
    Adaptation learned = strongOn("kiosk");
    Prior prior = tier0.prior(PLAIN, BrandNames.NONE, "en");

    Judgement judgement = tier0.judge(PLAIN, BrandNames.NONE, "en", learned);

    for (int label = 0; label < Heads.LABELS; label++) {
      LabelScore score = Objects.requireNonNull(judgement.labels().get(Labels.ALL.get(label)));
      assertThat(prior.probability(label, learned)).isCloseTo(score.p(), within(0.001));
      assertThat(prior.holds(label, learned)).isEqualTo(score.decided());
    }
  }

  @Test
  void anAdaptationIsReadBackAsItWasWritten() throws IOException {
    Adaptation learned = strongOn("kiosk");

    Adaptation read = AdaptationFile.read(AdaptationFile.write(learned));

    assertThat(AdaptationFile.write(read)).isEqualTo(AdaptationFile.write(learned));
    assertThat(tier0.judge(PLAIN, BrandNames.NONE, "en", read))
        .isEqualTo(tier0.judge(PLAIN, BrandNames.NONE, "en", learned));
    assertThatThrownBy(() -> AdaptationFile.read(new byte[] {1, 2, 3}))
        .isInstanceOf(IOException.class);
  }

  /** As if corrections had taught that these words make a complaint. */
  private Adaptation strongOn(String words) {
    int[] bins = Arrays.stream(tier0.prior(words, BrandNames.NONE, "en").bins()).sorted().toArray();
    float[] weights = new float[bins.length * Heads.LABELS];
    for (int i = 0; i < bins.length; i++) {
      weights[i * Heads.LABELS + COMPLAINT] = 6;
    }
    return new Adaptation(7, new float[Heads.LABELS], bins, weights);
  }
}
