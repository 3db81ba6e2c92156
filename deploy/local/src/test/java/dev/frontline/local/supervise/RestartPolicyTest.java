package dev.frontline.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.local.supervise.RestartPolicy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void theFirstDeathIsFollowedByAStartAlmostAtOnce() {
    assertThat(RestartPolicy.after(List.of(NOON)))
        .isEqualTo(new Verdict.Restart(NOON.plusMillis(200)));
  }

  @Test
  void eachFurtherDeathWithinAMinuteDoublesTheWait() {
    List<Instant> deaths = List.of(NOON, NOON.plusSeconds(10), NOON.plusSeconds(20));

    assertThat(RestartPolicy.after(deaths))
        .isEqualTo(new Verdict.Restart(NOON.plusSeconds(20).plusMillis(800)));
  }

  @Test
  void theFifthDeathWithinAMinuteEndsIt() {
    List<Instant> deaths = secondsAfterNoon(0, 10, 20, 30, 59);

    assertThat(RestartPolicy.after(deaths)).isEqualTo(new Verdict.GiveUp());
  }

  @Test
  void deathsFarEnoughApartNeverEndIt() {
    List<Instant> deaths =
        IntStream.range(0, 50)
            .mapToObj(death -> NOON.plus(RestartPolicy.HARMLESS.multipliedBy(death)))
            .toList();

    assertThat(RestartPolicy.after(deaths)).isInstanceOf(Verdict.Restart.class);
  }

  @Test
  void deathsOlderThanAMinuteAreForgiven() {
    List<Instant> deaths = secondsAfterNoon(0, 10, 20, 30, 61);

    assertThat(RestartPolicy.after(deaths))
        .isEqualTo(new Verdict.Restart(NOON.plusSeconds(61).plus(Duration.ofMillis(1600))));
  }

  private static List<Instant> secondsAfterNoon(int... seconds) {
    return java.util.Arrays.stream(seconds).mapToObj(NOON::plusSeconds).toList();
  }
}
