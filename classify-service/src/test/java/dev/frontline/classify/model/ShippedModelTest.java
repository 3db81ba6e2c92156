package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedModelTest {

  private static final Tier0 TIER0 = new Tier0(ModelFile.shipped(), CueBook.shipped());
  private static final BrandNames BRANDS = BrandNames.of(List.of("VeloNord", "Aurelia Air"));

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("inventedPosts")
  void aPlainPostGetsItsLabel(String label, String text) {
    Judgement judgement = TIER0.judge(text, BRANDS, null);

    assertThat(judgement.labels().get(label))
        .as("%s %s", judgement.lang(), judgement.labels())
        .satisfies(score -> assertThat(Objects.requireNonNull(score).decided()).isTrue());
  }

  @Test
  void noReasonIsNothingButLittleWords() {
    for (String text :
        List.of(
            "Get your pet on a mug!! fits under a VeloNord. Ships worldwide, 20 % off today only",
            "Welcome to the weekly sale thread. Please list model (VeloNord, other), price,"
                + " location. I am a bot.",
            "My VeloNord order came with a cracked tank. Support hung up on me.")) {
      Judgement judgement = TIER0.judge(text, BRANDS, null);
      assertThat(judgement.labels().values())
          .flatExtracting(LabelScore::why)
          .as(text)
          .doesNotContain("a", "A", "I", "is", "My", "my", "the", "The", "it", "to", "am");
    }
  }

  @Test
  void everyLabelIsJudgedAndEveryHeldOneSaysWhy() {
    Judgement judgement =
        TIER0.judge("My bag is lost and nobody answers, worst service ever", BRANDS, null);

    assertThat(judgement.labels()).containsOnlyKeys(Labels.ALL);
    assertThat(judgement.labels().values())
        .filteredOn(LabelScore::decided)
        .allSatisfy(score -> assertThat(score.why()).isNotEmpty());
    assertThat(judgement.sentiment().value()).isEqualTo("neg");
  }

  @Test
  void reasonsAreWordsOfThePost() {
    String text = "My bag is lost and nobody answers, worst service ever";

    LabelScore complaint =
        Objects.requireNonNull(TIER0.judge(text, BRANDS, null).labels().get(Labels.COMPLAINT));

    assertThat(complaint.why()).hasSizeBetween(1, 5).allMatch(text::contains);
  }

  @Test
  void languagesAreToldApart() {
    assertThat(
            Map.of(
                "en", language("Where is the nearest shop that has these in stock?"),
                "es", language("¿Dónde está la tienda más cercana que los tenga?"),
                "de", language("Wo ist das nächste Geschäft, das sie auf Lager hat?"),
                "fr", language("Où est le magasin le plus proche qui en a en stock ?")))
        .allSatisfy((expected, found) -> assertThat(found).isEqualTo(expected));
  }

  @Test
  void anEmptyTextIsJudgedToo() {
    assertThat(TIER0.judge("", BrandNames.NONE, null).labels()).containsOnlyKeys(Labels.ALL);
  }

  private static String language(String text) {
    return TIER0.judge(text, BrandNames.NONE, null).lang();
  }

  static Stream<Arguments> inventedPosts() throws IOException {
    try (InputStream in =
            ShippedModelTest.class.getResourceAsStream(
                "/dev/frontline/classify/invented-posts.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> Arguments.of(parts[0], parts[1]))
          .toList()
          .stream();
    }
  }
}
