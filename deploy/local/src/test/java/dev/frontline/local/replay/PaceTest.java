package dev.frontline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void atAnEvenRateTheNthPostIsDueNthsOfASecondIn() {
    assertThat(new Pace.Evenly(20).dueAfter(30, null)).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void aRecordedPauseIsShortenedByTheSpeed() {
    Pace pace = new Pace.AsRecorded(60);
    pace.dueAfter(0, NOON);

    assertThat(pace.dueAfter(1, NOON.plusSeconds(120))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aPostOutOfOrderIsDueAtOnceRatherThanInThePast() {
    Pace pace = new Pace.AsRecorded(1);
    pace.dueAfter(0, NOON);

    assertThat(pace.dueAfter(1, NOON.minusSeconds(5))).isEqualTo(Duration.ZERO);
  }

  @Test
  void aRateOfNothingIsRefused() {
    assertThatThrownBy(() -> new Pace.Evenly(0)).hasMessage("--rate must be above 0");
  }
}
