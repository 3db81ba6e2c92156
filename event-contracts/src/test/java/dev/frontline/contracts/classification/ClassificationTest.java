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
