package dev.frontline.routing.incident.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.routing.incident.Figures;
import dev.frontline.routing.incident.VariedTraffic.Straying;
import dev.frontline.routing.incident.watch.Crowd.Event;
import dev.frontline.routing.incident.watch.Crowd.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that watches a brand, in every form of traffic; {@code docs/spikes.md} has the figures. */
class VariedBrandTest {

  private static final int FOUR_WEEKS = 28;
  private static final int FIVE_MONTHS = 150;

  @ParameterizedTest
  @EnumSource
  void fiveOrdinaryMonthsRaiseTwoAlarmsAtMost(Straying straying) {
    assertThat(Crowd.straying(1, 200, straying).talk(FIVE_MONTHS, 0).causes())
        .hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"MOODY", "RESTLESS"})
  void neitherDoTheyWhereABrandHasBetterAndWorseDays(Straying straying) {
    int alarms = 0;
    for (int seed = 2; seed < 4; seed++) {
      alarms += Crowd.straying(seed, 2_000, straying).talk(FIVE_MONTHS, 0).falseAlarms();
    }
    assertThat(alarms / 2.0).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void praiseThatGoesRoundIsAnOpportunityAndNoAlarm(Straying straying) {
    Outcome praised = Crowd.straying(13, 200, straying).talk(FOUR_WEEKS + 4 * 3, Event.PRAISE, 3);

    assertThat(praised.causes()).isEmpty();
    assertThat(praised.missed()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void accountsThatRepeatThemselvesHundredsOfTimesAreNoAlarm(Straying straying) {
    int days = FOUR_WEEKS + 4 * 3;

    assertThat(Crowd.straying(14, 200, straying).talk(days, Event.BOT, 3).causes()).isEmpty();
    assertThat(Crowd.straying(15, 200, straying).talk(days, Event.THREE_BOTS, 3).causes())
        .isEmpty();
  }

  /** Prints the table: {@code mvn test -Dtest=VariedBrandTest -Dfrontline.figures=true}. */
  @Test
  void figures() {
    Figures.assumeAsked();
    for (Straying straying : Straying.values()) {
      for (int postsADay : new int[] {20, 200, 2_000, 20_000}) {
        for (Event event : Event.values()) {
          line(straying, postsADay, event);
        }
      }
    }
  }

  private static void line(Straying straying, int postsADay, Event event) {
    List<Integer> alarms = new ArrayList<>();
    List<Integer> minutes = new ArrayList<>();
    List<Integer> people = new ArrayList<>();
    int missed = 0;
    for (int seed = 1; seed <= Figures.seeds(); seed++) {
      Crowd crowd = Crowd.straying(100 + seed, postsADay, straying);
      Outcome outcome = crowd.talk(event == Event.NONE ? FIVE_MONTHS : FOUR_WEEKS + 24, event, 7);
      alarms.add(outcome.falseAlarms());
      minutes.addAll(outcome.minutes());
      people.addAll(outcome.people());
      missed += outcome.missed();
    }
    Figures.line(
        "| %s | %,d | %s | %.2f (%d) | %.0f / %.0f | %.0f / %.0f | %d |",
        straying,
        postsADay,
        event,
        alarms.stream().mapToInt(a -> a).average().orElse(0),
        alarms.stream().mapToInt(a -> a).max().orElse(0),
        Figures.median(minutes),
        Figures.ninth(minutes),
        Figures.median(people),
        Figures.ninth(people),
        missed);
  }
}
