package dev.frontline.routing.incident.backtest;

import static dev.frontline.routing.incident.tuning.Judged.NOON;
import static dev.frontline.routing.incident.tuning.Judged.alarm;
import static dev.frontline.routing.incident.tuning.Judged.byHand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.routing.incident.count.Hours;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.incident.watch.Bars;
import dev.frontline.routing.incident.watch.Replay.Setting;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A month of a brand with a loud afternoon on day 3 after noon and a smaller one on day 6. */
class BacktestTest {

  private static final long HOUR = NOON.getEpochSecond() / 3600;
  private static final long DAY = 24;
  private static final Setting SHIPPED = new Setting(Bars.DEFAULT, Map.of(), 1);

  private final MinuteSeries series = month();

  @Test
  void aLoudAfternoonRingsAndIsComparedWithWhatPeopleSaid() {
    Backtest backtest =
        run(new Setting(Bars.DEFAULT, Map.of(), 1.2), alarm("complaint", 3.01, true));

    assertThat(backtest.present().alarms()).isNotEmpty();
    Comparison.Told first = backtest.present().alarms().get(0);
    assertThat(first.at())
        .isBetween(NOON.plusSeconds(3 * 86_400), NOON.plusSeconds(3 * 86_400 + 7200));
    assertThat(first.outcome()).isEqualTo("right");
    assertThat(first.why()).contains("posts within").contains("are usual");
    assertThat(backtest.present().precision()).isEqualTo(100L);
    assertThat(backtest.present().missed()).isEmpty();
    assertThat(backtest.curve()).hasSize(10 * 24 + 1);
  }

  @Test
  void lowerBarsRingMoreOftenAndHigherOnesLess() {
    Backtest lower = run(new Setting(Bars.DEFAULT, Map.of(), 0.5));
    Backtest higher = run(new Setting(Bars.DEFAULT, Map.of(), 3));

    assertThat(lower.other().alarms().size()).isGreaterThan(lower.present().alarms().size());
    assertThat(higher.other().alarms().size()).isLessThan(higher.present().alarms().size());
  }

  @Test
  void aBarThatVerdictsRaisedIsTakenIntoAccount() {
    Map<String, Double> deaf =
        Map.of("all", 9.0, "complaint", 9.0, "negative-share", 9.0, "reach", 9.0, "pr_risk", 9.0);

    Backtest backtest = run(new Setting(Bars.DEFAULT, deaf, 1), alarm("complaint", 3.01, false));

    assertThat(backtest.present().wrong()).isEqualTo(1);
    assertThat(backtest.other().alarms()).isEmpty();
  }

  @Test
  void aRealIncidentForWhichNothingRingsIsMissed() {
    Backtest backtest = run(SHIPPED, byHand("legal", 1));

    assertThat(backtest.present().missed())
        .extracting(Comparison.Missed::title)
        .containsExactly("About person");
  }

  @Test
  void whatRangBecausePeopleToldOneStoryRingsAtAnyBar() {
    Backtest backtest = run(new Setting(Bars.DEFAULT, Map.of(), 3), alarm("risk:safety", 1, true));

    assertThat(backtest.byStory()).isEqualTo(1);
    assertThat(backtest.other().missed()).isEmpty();
  }

  private Backtest run(Setting other, IncidentState... incidents) {
    return Backtest.of("Kettlery", series, HOUR * 60, SHIPPED, other, List.of(incidents));
  }

  /** Twenty days before noon and ten after: 40 posts an hour, a fifth complaints. */
  private static MinuteSeries month() {
    Hours hours = new Hours();
    Random random = new Random(7);
    for (long hour = -20 * DAY; hour <= 10 * DAY; hour++) {
      double all = 32 + random.nextInt(17);
      double complaints = 6 + random.nextInt(5);
      if (hour >= 3 * DAY && hour < 3 * DAY + 3) {
        complaints += 40;
        all += 40;
      } else if (hour >= 6 * DAY && hour < 6 * DAY + 2) {
        complaints += 12;
        all += 12;
      }
      hours
          .before(HOUR + hour, "all", all)
          .before(HOUR + hour, "complaint", complaints)
          .before(HOUR + hour, "negative", complaints);
    }
    return hours.series(HOUR - 20 * DAY, HOUR + 10 * DAY);
  }
}
