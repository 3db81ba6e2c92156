package dev.frontline.routing.incident.watch;

import static dev.frontline.routing.incident.watch.Said.NOON;
import static dev.frontline.routing.incident.watch.Said.burn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who tell the same risky story about a brand of 720 posts an hour. */
class BusyBrandStoryTest {

  private static final long HOUR = 3_600_000;
  private static final long NOON_HOUR = NOON / HOUR;

  private final Desk desk = new Desk();

  @Test
  void aCrisisOfLastWeekDoesNotMakeItsHourOfTheDayDeaf() {
    fourWeeksWithACrisisEveryMondayNoon();

    for (int i = 0; i < 8; i++) {
      desk.hear(burn("b" + i, "a" + i).minutes(i * 0.5));
    }

    assertThat(desk.alarms()).isNotEmpty();
    assertThat(desk.alarms().get(0).cause()).isEqualTo("risk:safety");
  }

  @Test
  void asManyAsAMeanHourBringsAreNoAlarm() {
    fourWeeksWithACrisisEveryMondayNoon();

    for (int i = 0; i < 4; i++) {
      desk.hear(burn("b" + i, "a" + i).minutes(i));
    }

    assertThat(desk.alarms()).isEmpty();
  }

  /** Three burns an hour but for the hundred and eighty of each Monday's noon. */
  private void fourWeeksWithACrisisEveryMondayNoon() {
    for (long hour = NOON_HOUR - 28 * 24; hour < NOON_HOUR; hour++) {
      double burns = (NOON_HOUR - hour) % (7 * 24) == 0 ? 180 : 3;
      Map<String, Double> counts = new HashMap<>(Map.of("all", 720.0 + burns));
      counts.put("complaint", 140 + burns);
      counts.put("negative", 180 + burns);
      counts.put("pr_risk", 8 + burns);
      counts.put("risk:safety", burns);
      counts.put("reach", 2 * (720 + burns));
      desk.learn(hour, counts, NOON - 60_000);
    }
    desk.tick(NOON - 30_000);
  }
}
