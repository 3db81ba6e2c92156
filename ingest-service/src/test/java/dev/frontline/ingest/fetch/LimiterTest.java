package dev.frontline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimiterTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Limiter limiter = new Limiter(100, Duration.ofDays(1));

  @Test
  void aDearRequestUsesUpAsManyUnitsAsItsNetworkCounts() {
    limiter.take(NOON, 50);
    limiter.take(NOON, 1);
    limiter.take(NOON, 0);

    assertThat(limiter.left(NOON)).isEqualTo(49);
  }

  @Test
  void aDearRequestWaitsUntilEnoughUnitsAreBack() {
    limiter.take(NOON, 30);
    limiter.take(NOON.plusSeconds(60), 50);

    assertThat(limiter.take(NOON.plusSeconds(120), 50)).isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(limiter.take(NOON.plusSeconds(120), 20)).isEqualTo(NOON.plusSeconds(120));
    assertThat(limiter.take(NOON.plusSeconds(180), 31))
        .isEqualTo(NOON.plusSeconds(60).plus(Duration.ofDays(1)));
  }

  @Test
  void nothingIsLeftWhileTheNetworkAsksToBeLeftAlone() {
    limiter.shut(NOON.plusSeconds(600));

    assertThat(limiter.left(NOON)).isZero();
    assertThat(limiter.take(NOON, 0)).isEqualTo(NOON.plusSeconds(600));
    assertThat(limiter.left(NOON.plusSeconds(600))).isEqualTo(100);
  }
}
