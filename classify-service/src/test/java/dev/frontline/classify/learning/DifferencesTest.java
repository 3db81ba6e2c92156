package dev.frontline.classify.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.learning.Differences.Compared;
import dev.frontline.classify.learning.Differences.Recorded;
import dev.frontline.classify.learning.Differences.Turned;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Prior;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private static final int STRANGE = 41;

  @Test
  void onlyPostsThatAreDecidedOtherwiseAreListedTheLargestFirst() {
    Differences differences =
        Differences.between(
            "m+2",
            complaintWhere(STRANGE),
            "m",
            Adaptation.NONE,
            List.of(
                new Recorded("demo:1", "half strange", prior(-2, STRANGE, 0.6f)),
                new Recorded("demo:2", "ordinary", prior(-2, STRANGE + 1, 1)),
                new Recorded("demo:3", "quite strange " + "x".repeat(300), prior(-2, STRANGE, 1))),
            new Compared(1, 2));

    assertThat(differences.labels()).isEqualTo(Map.of("complaint", new Turned(2, 0)));
    assertThat(differences.items())
        .extracting(Differences.Difference::mentionId)
        .containsExactly("demo:3", "demo:1");
    Differences.Difference first = differences.items().get(0);
    assertThat(first.before().holds()).isFalse();
    assertThat(first.after().holds()).isTrue();
    assertThat(first.excerpt()).startsWith("quite strange").hasSize(160);
  }

  private static Prior prior(float odds, int bin, float value) {
    float[] thresholds = new float[Heads.LABELS];
    Arrays.fill(thresholds, 0.5f);
    float[] all = new float[Heads.LABELS];
    Arrays.fill(all, odds);
    return new Prior(all, thresholds, new int[] {bin}, new float[] {value});
  }

  private static Adaptation complaintWhere(int bin) {
    float[] weights = new float[Heads.LABELS];
    weights[0] = 6;
    return new Adaptation(2, new float[Heads.LABELS], new int[] {bin}, weights);
  }
}
