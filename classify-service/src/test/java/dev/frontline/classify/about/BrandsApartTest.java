package dev.frontline.classify.about;

import static dev.frontline.classify.Posts.heardBy;
import static dev.frontline.classify.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.mention.FastJudge;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped model on posts that name an airline and its rival. */
class BrandsApartTest {

  private static Encoder encoder;
  private static FastJudge judge;

  @BeforeAll
  static void load() {
    encoder = Encoder.load();
    judge =
        new FastJudge(
            ModelFile.shipped(),
            CueBook.shipped(),
            encoder,
            TwoAirlines.COMPANY,
            () -> Adaptation.NONE);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aurelia Air gave us the best crew ever, thank you! Kestrel lost my bag again and nobody"
            + " answers the phone.",
        "Kestrel cancelled on us twice and still owes me a refund. Aurelia Air was wonderful, love"
            + " them.",
        "So happy with Aurelia Air, great staff and on time, whereas Kestrel left us stuck at the"
            + " gate for five hours with no help."
      })
  void praiseOfUsThatDamnsARivalIsBothApart(String text) {
    Classification judged = judged(text);

    assertThat(judged.toward("Aurelia Air").has(Labels.PRAISE)).isTrue();
    assertThat(judged.toward("Aurelia Air").has(Labels.COMPLAINT)).isFalse();
    assertThat(judged.toward("Kestrel").has(Labels.COMPLAINT)).isTrue();
    assertThat(judged.toward("Kestrel").has(Labels.PRAISE)).isFalse();
  }

  @Test
  void whatStandsInTheSentenceAboutTheOtherStaysOurTrouble() {
    Classification judged =
        judged("@AureliaAir four hours on the runway and no water. Kestrel never does this to me.");

    assertThat(judged.toward("Aurelia Air").has(Labels.COMPLAINT)).isTrue();
  }

  @Test
  void aPostAboutUsAloneHasOneSetOfLabels() {
    Mention alone =
        heardBy(post("demo:1", "kim", "Aurelia Air lost my bag. Awful!"), SidesTest.OURS);

    assertThat(judge.judge(alone).about()).isEmpty();
    assertThat(Objects.requireNonNull(judge.deepen(alone)).about()).isEmpty();
  }

  private static Classification judged(String text) {
    Mention mention = heardBy(post("demo:1", "kim", text), SidesTest.OURS, SidesTest.THEIRS);
    Judgement judgement = Objects.requireNonNull(judge.deepen(mention));
    ClassificationDraft draft =
        new ClassificationDraft(judgement.tier(), judgement.model(), Instant.EPOCH);
    draft.labels = judgement.labels();
    draft.about = judgement.about();
    return draft.classification();
  }
}
