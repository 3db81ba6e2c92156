package dev.frontline.contracts.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.Json;
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
          Instant.parse("2026-03-02T12:00:00Z"));

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
  void noThemesTakeNoRoomOnTheWire() throws IOException {
    assertThat(Json.MAPPER.writeValueAsString(WITHOUT_THEMES)).doesNotContain("themes");
  }

  @Test
  void themesAndTheirWordsComeBackAsWritten() throws IOException {
    Classification about = WITHOUT_THEMES.about(List.of(new Theme("billing", List.of("refund"))));

    String written = Json.MAPPER.writeValueAsString(about);

    assertThat(Json.MAPPER.readValue(written, Classification.class)).isEqualTo(about);
  }
}
