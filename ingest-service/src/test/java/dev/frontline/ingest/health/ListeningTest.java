package dev.frontline.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.source.SourceEvent.SourceRecovered;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.ingest.accepting.Heard.Brought;
import dev.frontline.ingest.accepting.Heard.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Standing STANDING = standing(null, false);

  @Test
  void silenceCountsFromTheLastPost() {
    SourceRecord record = heardAt(NOON, false);

    assertThat(Listening.news(record, STANDING, NOON.plusSeconds(3_600))).isEmpty();
    assertThat(Listening.news(record, STANDING, NOON.plusSeconds(3_601)))
        .hasValueSatisfying(
            event -> {
              assertThat(event).isInstanceOf(SourceSilent.class);
              assertThat(((SourceSilent) event).reason()).isEqualTo("nothing came for 1 h");
            });
  }

  @Test
  void silenceCountsFromTheBeginningWhereNothingEverCame() {
    SourceRecord record = heardAt(null, false);

    assertThat(Listening.news(record, STANDING, NOON)).isEmpty();
    assertThat(Listening.news(record, STANDING, NOON.plusSeconds(3_601))).isPresent();
  }

  @Test
  void silenceIsToldOnceAndSoIsItsEnd() {
    Instant later = NOON.plusSeconds(7_200);

    assertThat(Listening.news(heardAt(NOON, true), STANDING, later)).isEmpty();
    assertThat(Listening.news(heardAt(later, true), STANDING, later))
        .containsInstanceOf(SourceRecovered.class);
    assertThat(Listening.news(heardAt(later, false), STANDING, later)).isEmpty();
  }

  @Test
  void troubleComesBeforeSilenceAndAPauseBeforeBoth() {
    SourceRecord record = heardAt(NOON, true);
    Instant later = NOON.plusSeconds(9_999);

    assertThat(Listening.state(record, STANDING, later)).isEqualTo("silent");
    assertThat(Listening.state(record, standing(new Trouble("404", false), false), later))
        .isEqualTo("failing");
    assertThat(Listening.state(record, standing(new Trouble("401", true), false), later))
        .isEqualTo("needs attention");
    assertThat(Listening.state(record, standing(new Trouble("401", true), true), later))
        .isEqualTo("paused");
  }

  private static SourceRecord heardAt(@Nullable Instant last, boolean silent) {
    return new SourceRecord("news", NOON, new Brought(7, 0, last), silent);
  }

  private static Standing standing(@Nullable Trouble trouble, boolean paused) {
    return new Standing(Duration.ofHours(1), trouble, paused);
  }
}
