package dev.frontline.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.routing.incident.VariedTraffic.Shape;
import dev.frontline.routing.incident.VariedTraffic.Straying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One series at one-minute steps; {@code docs/spikes.md} has its figures of more seeds. */
class VariedTrafficTest {

  private static final int DAY = VariedTraffic.DAY;
  private static final int NEVER = Integer.MAX_VALUE;

  @ParameterizedTest
  @EnumSource
  void fiveOrdinaryMonthsRaiseTwoAlarmsAtMost(Straying straying) {
    for (int postsADay : new int[] {200, 2_000, 20_000}) {
      int alarms = 0;
      for (long seed = 41; seed < 44; seed++) {
        alarms += falseAlarms(seed, postsADay, straying);
      }
      assertThat(alarms / 3.0).as("a run at %d a day", postsADay).isLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereThereAreManyACrisisIsSeenWithinFiveMinutes(Straying straying) {
    assertThat(Figures.median(delays(43, 20_000, straying, Shape.STEP_TO_10)))
        .isLessThanOrEqualTo(5);
    assertThat(Figures.median(delays(44, 20_000, straying, Shape.RAMP_TO_10)))
        .isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void aCrisisAWeekDoesNotMakeTheWatchBlind(Straying straying) {
    List<Integer> delays = delays(45, 2_000, straying, Shape.STEP_TO_10);

    assertThat(Figures.median(delays)).isLessThanOrEqualTo(15);
    assertThat(delays).filteredOn(delay -> delay == NEVER).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"MOODY", "RESTLESS"},
      mode = EnumSource.Mode.EXCLUDE)
  void aThirdMoreThatStaysIsSeenWithinFiveDays(Straying straying) {
    for (long seed = 51; seed < 54; seed++) {
      assertThat(hoursToShift(seed, straying)).as("seed %d", seed).isLessThanOrEqualTo(120);
    }
  }

  /** Prints the tables: {@code mvn test -Dtest=VariedTrafficTest -Dfrontline.figures=true}. */
  @Test
  void figures() {
    Figures.assumeAsked();
    for (Straying straying : Straying.values()) {
      for (int postsADay : new int[] {20, 200, 2_000, 20_000}) {
        int alarms = 0;
        int most = 0;
        for (long seed = 2000; seed < 2000 + Figures.seeds(); seed++) {
          int of = falseAlarms(seed, postsADay, straying);
          alarms += of;
          most = Math.max(most, of);
        }
        Figures.line(
            "%s %,d false %.2f most %d",
            straying, postsADay, alarms / (double) Figures.seeds(), most);
        for (Shape shape : postsADay < 2_000 ? new Shape[0] : Shape.values()) {
          List<Integer> delays = new ArrayList<>();
          for (long seed = 7000; seed < 7000 + Figures.seeds(); seed++) {
            delays.addAll(delays(seed, postsADay, straying, shape));
          }
          Figures.line(
              "  %s median %.0f p90 %.0f missed %d of %d",
              shape,
              Figures.median(delays),
              Figures.ninth(delays),
              delays.stream().filter(d -> d == NEVER).count(),
              delays.size());
        }
      }
      List<Integer> hours = new ArrayList<>();
      for (long seed = 11_000; seed < 11_000 + Figures.seeds(); seed++) {
        hours.add(hoursToShift(seed, straying));
      }
      Figures.line("%s shift of 30 %% at 5,000, hours: %s", straying, hours);
    }
  }

  private static int falseAlarms(long seed, double postsADay, Straying straying) {
    VariedTraffic traffic = new VariedTraffic(seed, postsADay, straying);
    SpikeDetector detector = detector();
    int alarms = 0;
    for (int minute = 0; minute < 150 * DAY; minute++) {
      alarms += detector.next(traffic.time(minute), traffic.count(minute, 1)).alarm() ? 1 : 0;
    }
    return alarms;
  }

  /** Minutes from the onset of each of six crises, a week apart, to its alarm. */
  private static List<Integer> delays(long seed, double postsADay, Straying straying, Shape shape) {
    VariedTraffic traffic = new VariedTraffic(seed, postsADay, straying);
    SpikeDetector detector = detector();
    List<Integer> delays = new ArrayList<>();
    int onset = traffic.someMinuteOf(21);
    int delay = NEVER;
    for (int minute = 0; delays.size() < 6; minute++) {
      int age = minute - onset;
      double count = traffic.count(minute, age >= 0 && age < 360 ? shape.at(age) : 1);
      boolean alarm = detector.next(traffic.time(minute), count).alarm();
      delay = alarm && age >= 0 ? Math.min(delay, age + 1) : delay;
      if (age == 240) {
        delays.add(delay);
        onset = traffic.someMinuteOf(minute / DAY + 7);
        delay = NEVER;
      }
    }
    delays.sort(null);
    return delays;
  }

  private static int hoursToShift(long seed, Straying straying) {
    VariedTraffic traffic = new VariedTraffic(seed, 5_000, straying);
    SpikeDetector detector = detector();
    int onset = traffic.someMinuteOf(28);
    for (int minute = 0; minute < onset + 7 * DAY; minute++) {
      double count = traffic.count(minute, minute >= onset ? 1.3 : 1);
      if (detector.next(traffic.time(minute), count).alarm() && minute >= onset) {
        return (minute - onset) / 60;
      }
    }
    return NEVER;
  }

  private static SpikeDetector detector() {
    return new SpikeDetector(SpikeSettings.DEFAULT, Duration.ofMinutes(1));
  }
}
