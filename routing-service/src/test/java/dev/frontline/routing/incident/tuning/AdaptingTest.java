package dev.frontline.routing.incident.tuning;

import static dev.frontline.routing.incident.tuning.Judged.NOON;
import static dev.frontline.routing.incident.tuning.Judged.alarm;
import static dev.frontline.routing.incident.tuning.Judged.byHand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.incident.IncidentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AdaptingTest {

  private static final Instant LATER = NOON.plus(Duration.ofDays(60));

  @Test
  void aFalseAlarmRaisesTheBarOfItsSignalAndOfNoOther() {
    assertThat(factors(alarm("complaint", 0, false))).isEqualTo(Map.of("complaint", 1.1));
  }

  @Test
  void anIncidentThatAPersonSawFirstLowersWhatShouldHaveRung() {
    assertThat(factors(byHand("safety", 0)))
        .isEqualTo(
            Map.of(
                "all",
                0.95,
                "complaint",
                0.95,
                "negative-share",
                0.95,
                "pr_risk",
                0.95,
                "risk:safety",
                0.95));
  }

  @Test
  void aRightAlarmGivesBackHalfOfWhatAFalseOneTookAndNoMore() {
    assertThat(factors(alarm("all", 0, false), alarm("all", 2, true))).containsEntry("all", 1.048);
    assertThat(factors(alarm("all", 0, false), alarm("all", 2, true), alarm("all", 4, true)))
        .isEmpty();
  }

  @Test
  void whateverADayBringsItIsOneStep() {
    assertThat(factors(alarm("all", 0, false), alarm("all", 0.2, false), alarm("all", 0.9, false)))
        .containsEntry("all", 1.1);
    assertThat(factors(alarm("all", 0, false), alarm("all", 1.1, false)))
        .containsEntry("all", 1.21);
  }

  @Test
  void nobodysVerdictMovesNothing() {
    assertThat(Adapting.bars(List.of(alarm("all", 0, null)), null, LATER)).isEmpty();
  }

  @Test
  void aVerdictThatIsTakenBackTakesItsStepBack() {
    assertThat(factors(alarm("all", 0, true))).isEmpty();
  }

  @Test
  void storiesShareABarThatIsNeverLowerThanAtFirstAndNeverMuchHigher() {
    List<IncidentState> many = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      many.add(alarm("story:" + day, day * 2, false));
    }

    assertThat(factors(many.toArray(IncidentState[]::new))).isEqualTo(Map.of("story", 1.2));
  }

  @Test
  void whatWasResetOrIsHalfAYearAgoDoesNotCount() {
    List<IncidentState> all = List.of(alarm("all", 0, false), alarm("all", 10, false));

    List<AlarmBar> bars = Adapting.bars(all, NOON.plus(Duration.ofDays(5)), LATER);

    assertThat(bars.get(0).factor()).isEqualTo(1.1);
    assertThat(bars.get(0).falseAlarms()).isEqualTo(1);
    assertThat(Adapting.bars(all, null, NOON.plus(Duration.ofDays(200)))).isEmpty();
  }

  @Test
  void everyStepSaysWhatMovedIt() {
    AlarmBar bar = Adapting.bars(List.of(alarm("all", 0, false)), null, LATER).get(0);

    assertThat(bar.steps())
        .containsExactly(new AlarmBar.Step(NOON, "i-all0.0", "About all", "a false alarm", 1.1));
  }

  @Property(tries = 200)
  void howeverManyVerdictsComeInWhateverOrderTheBarStaysWithinItsBounds(
      @ForAll @Size(max = 80) List<@IntRange(max = 2) Integer> verdicts) {
    List<IncidentState> all = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      all.add(verdicts.get(i) == 2 ? byHand(null, i) : alarm("all", i, verdicts.get(i) == 1));
    }
    List<IncidentState> shuffled = new ArrayList<>(all);
    Collections.reverse(shuffled);

    List<AlarmBar> bars = Adapting.bars(all, null, NOON.plus(Duration.ofDays(90)));

    assertThat(bars).isEqualTo(Adapting.bars(shuffled, null, NOON.plus(Duration.ofDays(90))));
    assertThat(bars)
        .allSatisfy(b -> assertThat(b.factor()).isBetween(Adapting.LOWEST, Adapting.HIGHEST));
  }

  private static Map<String, Double> factors(IncidentState... incidents) {
    return new BrandBars(
            "Kettlery", 1, Adapting.bars(Arrays.asList(incidents), null, LATER), null, null)
        .factors();
  }
}
