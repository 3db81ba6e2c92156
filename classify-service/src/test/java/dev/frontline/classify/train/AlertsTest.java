package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.eval.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

  @Test
  void peopleAreInterruptedAsLongAsTheMeanProbabilityIsHighEnough() {
    assertThat(Alerts.from(new float[] {0.1f, 0.9f, 0.72f, 0.8f, 0.2f})).isEqualTo(0.72f);
  }

  @Test
  void whereNothingIsSureNobodyIsInterrupted() {
    assertThat(Alerts.from(new float[] {0.3f, 0.1f})).isEqualTo(1);
  }

  @Test
  void whatInterruptsIsCounted() {
    List<Scored> random =
        List.of(
            new Scored(0.9f, true, true, "a"),
            new Scored(0.8f, true, false, "a"),
            new Scored(0.4f, true, true, "a"),
            new Scored(0.1f, false, false, "a"));

    assertThat(Alerts.of(random, 0.8f))
        .containsEntry("said", 2)
        .containsEntry("precision", 50.0)
        .containsEntry("recall", 50.0);
  }
}
