package dev.frontline.routing.watchrule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.WatchTerms;
import dev.frontline.routing.incident.count.Hours;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.watchrule.RuleState.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

  private static final long FIRST = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond() / 3600;
  private static final long DAY = 24;

  @Test
  void aTrialSaysHowOftenARuleWouldHaveSpokenInHoursThatWereOnlyCountedWhole() {
    Hours hours = new Hours();
    for (long hour = 0; hour < 10 * DAY; hour++) {
      hours.before(FIRST + hour, "all", 20);
    }
    hours.before(FIRST + 8 * DAY, "all", 200).before(FIRST + 9 * DAY, "all", 300);

    List<Firing> fired = run("volume ×3", Duration.ofHours(6), hours, 10 * DAY, 3 * DAY);

    assertThat(fired).hasSize(2);
    assertThat(fired.get(0).at()).isBetween(at(FIRST + 8 * DAY), at(FIRST + 8 * DAY + 1));
    assertThat(fired.get(1).at()).isBetween(at(FIRST + 9 * DAY), at(FIRST + 9 * DAY + 1));
  }

  @Test
  void whatLastsLongerThanTheCoolDownSpeaksAgain() {
    Hours hours = new Hours();
    for (long hour = 0; hour < 2 * DAY; hour++) {
      hours.before(FIRST + hour, "all", 60).before(FIRST + hour, "negative", 10);
    }
    for (long hour = 30; hour < 36; hour++) {
      hours.before(FIRST + hour, "negative", 40);
    }

    assertThat(run("negative share above 40 %", Duration.ofHours(2), hours, 2 * DAY, 0)).hasSize(3);
    assertThat(run("negative share above 40 %", Duration.ofDays(1), hours, 2 * DAY, 0)).hasSize(1);
    assertThat(run("negative share above 99 %", Duration.ofDays(1), hours, 2 * DAY, 0)).isEmpty();
  }

  @Test
  void singlePostsAreTriedToo() {
    Hours hours =
        new Hours()
            .noted(FIRST, 30_000, "pr_risk")
            .noted(FIRST + 1, 300_000, "praise")
            .noted(FIRST + 2, 300_000, "pr_risk");

    assertThat(
            run(
                "any post of an account above 100,000 followers with pr_risk",
                Duration.ofHours(1),
                hours,
                DAY,
                0))
        .extracting(Firing::at)
        .containsExactly(at(FIRST + 2));
  }

  private static List<Firing> run(
      String when, Duration coolDown, Hours hours, long many, long fromHour) {
    MinuteSeries series = hours.series(FIRST, FIRST + many - 1);
    return Trial.run(
        WatchTerms.read(when).terms().orElseThrow(),
        coolDown,
        "Kettlery",
        series,
        (FIRST + fromHour) * 60);
  }

  private static Instant at(long hour) {
    return Instant.ofEpochSecond(hour * 3600);
  }
}
