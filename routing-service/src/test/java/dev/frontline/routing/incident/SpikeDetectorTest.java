package dev.frontline.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeDetectorTest {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration FIVE_MONTHS = Duration.ofDays(150);

  @Test
  void fiveOrdinaryMonthsRaiseTwoAlarmsAtMost() {
    for (double postsADay : new double[] {20, 2_000, 20_000}) {
      Traffic traffic = new Traffic(3, postsADay, FIVE_MINUTES);

      List<Integer> alarms = alarms(traffic, traffic.momentsOf(FIVE_MONTHS), moment -> 1.0);

      assertThat(alarms).as("at %.0f posts a day", postsADay).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void aCrisisRaisesOneAlarmWithinItsFirstHourAndSaysWhatIsUsual() {
    Traffic traffic = new Traffic(11, 2_000, FIVE_MINUTES);
    int onset = traffic.momentsOf(Duration.ofDays(40)) + traffic.momentsOf(Duration.ofHours(12));
    int end = onset + traffic.momentsOf(Duration.ofHours(8));
    SpikeDetector detector = new SpikeDetector(SpikeSettings.DEFAULT, FIVE_MINUTES);
    List<Integer> alarms = new ArrayList<>();
    Watched first = null;

    for (int moment = 0; moment < end; moment++) {
      double count = traffic.count(moment, moment < onset ? 1 : 5);
      Watched watched = detector.next(traffic.time(moment), count);
      if (watched.alarm()) {
        alarms.add(moment);
        first = watched;
      }
    }

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0)).isBetween(onset, onset + 12);
    assertThat(first.counted()).isGreaterThan(2 * first.usual());
    assertThat(first.surprise()).isGreaterThanOrEqualTo(SpikeSettings.DEFAULT.threshold());
  }

  @Test
  void aBrandWithThreePostsADayDoesNotAlarmAtTheFourth() {
    SpikeDetector detector = new SpikeDetector(SpikeSettings.DEFAULT, Duration.ofMinutes(1));
    List<Watched> alarms = new ArrayList<>();

    for (int minute = 0; minute < 60 * 24 * 20; minute++) {
      boolean said = minute % 480 == 100 || minute == 60 * 24 * 19 + 140;
      Watched watched = detector.next(atMinute(minute), said ? 1 : 0);
      if (watched.alarm()) {
        alarms.add(watched);
      }
    }

    assertThat(alarms).isEmpty();
  }

  @Test
  void nothingAlarmsBeforeADayWasSeen() {
    SpikeDetector detector = new SpikeDetector(SpikeSettings.DEFAULT, FIVE_MINUTES);

    for (int moment = 0; moment < 287; moment++) {
      Watched watched = detector.next(atMinute(5L * moment), moment == 200 ? 10_000 : 2);

      assertThat(watched.surprise()).isZero();
    }
  }

  @Test
  void aMomentIsJudgedByWhatCameBeforeItAlone() {
    Traffic one = new Traffic(5, 2_000, FIVE_MINUTES);
    Traffic same = new Traffic(5, 2_000, FIVE_MINUTES);
    int asked = one.momentsOf(Duration.ofDays(10));
    SpikeDetector short1 = new SpikeDetector(SpikeSettings.DEFAULT, FIVE_MINUTES);
    SpikeDetector long1 = new SpikeDetector(SpikeSettings.DEFAULT, FIVE_MINUTES);
    List<Watched> shortRun = new ArrayList<>();
    List<Watched> longRun = new ArrayList<>();

    for (int moment = 0; moment < asked; moment++) {
      shortRun.add(short1.next(one.time(moment), one.count(moment, 1)));
    }
    for (int moment = 0; moment < asked * 2; moment++) {
      longRun.add(long1.next(same.time(moment), same.count(moment, moment < asked ? 1 : 9)));
    }

    assertThat(longRun.subList(0, asked)).isEqualTo(shortRun);
  }

  @Test
  void whatIsWrittenInTheMiddleOfACrisisIsReadAndGoesOnAlike() throws IOException {
    VariedTraffic traffic = new VariedTraffic(7, 5_000, VariedTraffic.Straying.WANDERING);
    SpikeDetector whole = new SpikeDetector(SpikeSettings.DEFAULT, Duration.ofMinutes(1));
    int onset = 20 * VariedTraffic.DAY;
    int minute = 0;
    for (; minute < onset + 30; minute++) {
      whole.next(traffic.time(minute), traffic.count(minute, minute < onset ? 1 : 4));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.write(new DataOutputStream(bytes));
    SpikeDetector read = new SpikeDetector(SpikeSettings.DEFAULT, Duration.ofMinutes(1));

    read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    for (; minute < onset + 3 * VariedTraffic.DAY; minute++) {
      double count = traffic.count(minute, minute < onset + 180 ? 4 : 1.4);
      Watched one = whole.next(traffic.time(minute), count);
      Watched other = read.next(traffic.time(minute), count);
      assertThat(other.surprise()).isCloseTo(one.surprise(), within(0.01));
      assertThat(other.alarm()).isEqualTo(one.alarm());
    }
  }

  private static List<Integer> alarms(
      Traffic traffic, int moments, java.util.function.IntToDoubleFunction times) {
    SpikeDetector detector = new SpikeDetector(SpikeSettings.DEFAULT, FIVE_MINUTES);
    List<Integer> alarms = new ArrayList<>();
    for (int moment = 0; moment < moments; moment++) {
      double count = traffic.count(moment, times.applyAsDouble(moment));
      if (detector.next(traffic.time(moment), count).alarm()) {
        alarms.add(moment);
      }
    }
    return alarms;
  }

  private static Instant atMinute(long minute) {
    return Traffic.BEGIN.plus(Duration.ofMinutes(minute));
  }
}
