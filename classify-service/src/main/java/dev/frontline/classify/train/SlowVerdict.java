package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Signals;
import dev.frontline.classify.model.Verdict;
import dev.frontline.classify.text.Surface;
import dev.frontline.contracts.classification.Labels;
import java.util.List;
import java.util.Set;

/**
 * Turns the slow tier's output of a label into a calibrated probability (Platt's scaling); of some
 * labels together with what the fast tier's pieces say.
 */
final class SlowVerdict {

  private static final double[] SHRINK = {0.5, 0.5};

  /**
   * Labels for which the pieces gain in this tier: one to three points. Complaints of a set whose
   * brands are far from the others lose half a point by them.
   */
  private static final Set<String> WITH_CONTEXT = Set.of(Labels.PR_RISK, Labels.TOXIC);

  private SlowVerdict() {}

  /** Slopes and shift of the log-odds. */
  record Scale(double slope, double context, double shift) {

    float probability(HeldOut row, int head) {
      double odds =
          slope * row.slow()[head] + context * row.signals()[Signals.context(head)] + shift;
      return (float) (1 / (1 + Math.exp(-odds)));
    }
  }

  static Scale fit(String label, List<HeldOut> rows) {
    int head = Labels.ALL.indexOf(label);
    List<HeldOut> known = rows.stream().filter(r -> r.knows(label)).toList();
    float[][] numbers = new float[known.size()][];
    boolean[] truth = new boolean[known.size()];
    double[] weight = new double[known.size()];
    for (int i = 0; i < truth.length; i++) {
      HeldOut row = known.get(i);
      numbers[i] =
          new float[] {
            row.slow()[head],
            WITH_CONTEXT.contains(label) ? row.signals()[Signals.context(head)] : 0
          };
      truth[i] = row.truth(label) == 1;
      weight[i] = row.weight() * (0.1 + 0.9 * row.example().inEnglish());
    }
    double[] w = Logistic.fit(numbers, truth, weight, new double[] {1, 0}, SHRINK);
    return new Scale(w[0], w[1], w[2]);
  }

  /** As the service reads it: the surface's share goes through the verdict, scaled alike. */
  static Verdict verdict(String label, Scale scale, float[] surface) {
    float[] weights = new float[Signals.COUNT];
    float slope = (float) scale.slope();
    weights[Labels.ALL.indexOf(label)] = slope;
    for (int i = 0; i < Surface.SIZE; i++) {
      weights[Heads.COUNT + i] = slope * surface[i];
    }
    weights[Signals.context(Labels.ALL.indexOf(label))] = (float) scale.context();
    float shift = (float) scale.shift();
    return new Verdict(label, weights, shift, weights, shift, 0.5f, 0.5f, 0.5f, 0);
  }
}
