package dev.frontline.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.source.SourceEvent.SourceRecovered;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.ingest.accepting.Heard.Brought;
import dev.frontline.ingest.accepting.Heard.Trouble;
import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void silenceCountsFromTheLastPost() {
    SourceRecord record = heardAt(NOON, false);

    assertThat(Listening.news(source(), record, NOON.plusSeconds(3_600))).isEmpty();
    assertThat(Listening.news(source(), record, NOON.plusSeconds(3_601)))
        .hasValueSatisfying(
            event -> {
              assertThat(event).isInstanceOf(SourceSilent.class);
              assertThat(((SourceSilent) event).reason()).isEqualTo("nothing came for 1 h");
            });
  }

  @Test
  void silenceCountsFromTheBeginningWhereNothingEverCame() {
    SourceRecord record = heardAt(null, false);

    assertThat(Listening.news(source(), record, NOON)).isEmpty();
    assertThat(Listening.news(source(), record, NOON.plusSeconds(3_601))).isPresent();
  }

  @Test
  void silenceIsToldOnceAndSoIsItsEnd() {
    Instant later = NOON.plusSeconds(7_200);

    assertThat(Listening.news(source(), heardAt(NOON, true), later)).isEmpty();
    assertThat(Listening.news(source(), heardAt(later, true), later))
        .containsInstanceOf(SourceRecovered.class);
    assertThat(Listening.news(source(), heardAt(later, false), later)).isEmpty();
  }

  @Test
  void aSourceThatCannotBeReadIsFailingWhateverElse() {
    SourceHealth health =
        Listening.judge(
            source(),
            heardAt(NOON, true),
            new Trouble("it answered 404", false),
            NOON.plusSeconds(9_999));

    assertThat(health.state()).isEqualTo("failing");
    assertThat(health.lastError()).isEqualTo("it answered 404");
    assertThat(health.posts()).isEqualTo(7);
  }

  private static SourceRecord heardAt(@Nullable Instant last, boolean silent) {
    return new SourceRecord("news", NOON, new Brought(7, 0, last), silent);
  }

  private static Company.Source source() {
    return new Company.Source(
        "news", "feed", null, null, null, null, Duration.ofHours(1), null, null, Map.of());
  }
}
