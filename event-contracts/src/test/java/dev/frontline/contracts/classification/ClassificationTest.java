package dev.frontline.contracts.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Match;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationTest {

  private static final Classification WITHOUT_THEMES =
      new Classification(
          Map.of(),
          Sentiment.NEUTRAL,
          "en",
          "0",
          "2026-03-1",
          false,
          false,
          null,
          null,
          null,
          Instant.parse("2026-03-02T12:00:00Z"),
          List.of(),
          List.of());

  @Test
  void whatHoldsMayInterruptUnlessItIsQuiet() throws IOException {
    String before = "{\"p\":0.9,\"decided\":true,\"why\":[],\"tier\":\"0\",\"model\":\"1\"}";
    LabelScore quiet = new LabelScore(0.3, true, List.of(), "0", "1", true);

    assertThat(Json.MAPPER.readValue(before, LabelScore.class).mayInterrupt()).isTrue();
    assertThat(Json.MAPPER.writeValueAsString(quiet)).contains("\"quiet\":true");
    assertThat(quiet.mayInterrupt()).isFalse();
    assertThat(new LabelScore(0.1, false, List.of(), "0", "1").mayInterrupt()).isFalse();
  }

  @Test
  void whatWasWrittenBeforeThereWereThemesIsReadWithNone() throws IOException {
    String yesterday =
        """
        {"labels":{},"sentiment":{"value":"neu","neg":0.0,"neu":1.0,"pos":0.0},"lang":"en",
         "tier":"0","model":"2026-03-1","unsure":false,"shed":false,
         "classifiedAt":"2026-03-02T12:00:00Z"}
        """;

    Classification read = Json.MAPPER.readValue(yesterday, Classification.class);

    assertThat(read).isEqualTo(WITHOUT_THEMES);
    assertThat(read.themes()).isEmpty();
  }

  @Test
  void noThemesAndNoOtherBrandsTakeRoomOnTheWire() throws IOException {
    assertThat(Json.MAPPER.writeValueAsString(WITHOUT_THEMES))
        .doesNotContain("themes")
        .doesNotContain("about");
  }

  @Test
  void themesAndTheirWordsComeBackAsWritten() throws IOException {
    ClassificationDraft draft = new ClassificationDraft(WITHOUT_THEMES);
    draft.themes = List.of(new Theme("billing", List.of("refund")));
    Classification about = draft.classification();

    String written = Json.MAPPER.writeValueAsString(about);

    assertThat(Json.MAPPER.readValue(written, Classification.class)).isEqualTo(about);
  }

  @Test
  void whatIsSaidOfOneBrandStandsInsteadOfWhatIsSaidAsAWhole() {
    ClassificationDraft draft = new ClassificationDraft(WITHOUT_THEMES);
    draft.labels = Map.of(Labels.COMPLAINT, new LabelScore(0.9, true, List.of(), "0", "1"));
    draft.sentiment = new Sentiment("neg", 0.8, 0.1, 0.1);
    Sentiment liked = new Sentiment("pos", 0.1, 0.1, 0.8);
    draft.about =
        List.of(
            new About(
                "Kettlery",
                Match.Kind.BRAND,
                Map.of(Labels.PRAISE, new LabelScore(0.8, true, List.of(), "0", "1")),
                liked));
    Classification whole = draft.classification();

    Classification ours = whole.toward("Kettlery");

    assertThat(ours.has(Labels.PRAISE)).isTrue();
    assertThat(ours.has(Labels.COMPLAINT)).isFalse();
    assertThat(ours.sentiment()).isEqualTo(liked);
    assertThat(ours.about()).isEqualTo(whole.about());
    assertThat(whole.toward("Steamy")).isEqualTo(whole);
  }
}
