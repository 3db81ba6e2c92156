package dev.frontline.routing.incident.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.routing.incident.Figures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Crises planted in generated traffic; the figures of {@code docs/spikes.md} come from here. */
class PlantedCrisesTest {

  @Test
  void onASmallBrandTheThirdPersonIsAnAlarmAndOrdinaryMonthsRaiseHardlyAny() {
    Crowd.Outcome crises = new Crowd(11, 200).talk(28 + 8 * 3, 7);

    assertThat(crises.missed()).isZero();
    assertThat(crises.people()).allMatch(people -> people <= 5);
    assertThat(new Crowd(12, 200).talk(150, 0).falseAlarms()).isLessThanOrEqualTo(2);
  }

  @Test
  void onABusyBrandACrisisIsSeenWithinAQuarterOfAnHour() {
    Crowd.Outcome crises = new Crowd(16, 2_000).talk(28 + 8 * 3, 7);

    assertThat(crises.missed()).isZero();
    assertThat(Figures.median(crises.minutes())).isLessThanOrEqualTo(15);
    assertThat(new Crowd(14, 2_000).talk(75, 0).falseAlarms()).isLessThanOrEqualTo(2);
  }

  /** Prints the table: {@code mvn test -Dtest=PlantedCrisesTest -Dfrontline.figures=true}. */
  @Test
  void figures() {
    Figures.assumeAsked();
    for (int postsADay : new int[] {20, 200, 2_000, 20_000}) {
      int seeds = postsADay > 2_000 ? 2 : 4;
      int falseAlarms = 0;
      int missed = 0;
      List<Integer> minutes = new ArrayList<>();
      List<Integer> people = new ArrayList<>();
      for (int seed = 1; seed <= seeds; seed++) {
        falseAlarms += new Crowd(seed, postsADay).talk(150, 0).falseAlarms();
        Crowd.Outcome crises = new Crowd(100 + seed, postsADay).talk(28 + 8 * 6, 7);
        minutes.addAll(crises.minutes());
        people.addAll(crises.people());
        missed += crises.missed();
      }
      Figures.line(
          "| %,d | %.1f | %.0f | %.0f | %.0f | %.0f | %d of %d |",
          postsADay,
          falseAlarms / (double) seeds,
          Figures.median(minutes),
          Figures.ninth(minutes),
          Figures.median(people),
          Figures.ninth(people),
          missed,
          missed + minutes.size());
    }
  }
}
