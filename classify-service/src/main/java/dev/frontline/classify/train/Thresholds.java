package dev.frontline.classify.train;

import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Chooses from which probability a label holds, and where the model is in doubt. */
final class Thresholds {

  /** No label holds on less, none needs more, however the few held-out positives fell. */
  private static final float LEAST = 0.1f;

  /** The toxic set has far more toxic posts than brands get: on less, anger would be toxic. */
  private static final float TOXIC_LEAST = 0.42f;

  private static final float MOST = 0.6f;
  private static final double DOUBTED = 0.075;
  private static final double WIDEST = 2.5;

  private Thresholds() {}

  /** One held-out post's probability and how much it counts. */
  record Point(float p, double weight) {}

  /**
   * The threshold with the best F1 to be expected where the probabilities are right. The truth is
   * not asked: among a few dozen positives the best F1 that was seen moves with each of them.
   */
  static float best(String label, List<Point> points) {
    List<Point> ranked = new ArrayList<>(points);
    ranked.sort(Comparator.comparingDouble((Point q) -> -q.p()));
    double positives = ranked.stream().mapToDouble(q -> q.p() * q.weight()).sum();
    double right = 0;
    double said = 0;
    double most = -1;
    int best = 0;
    for (int i = 0; i < ranked.size(); i++) {
      said += ranked.get(i).weight();
      right += ranked.get(i).p() * ranked.get(i).weight();
      double f1 = 2 * right / (said + positives);
      if (f1 > most) {
        most = f1;
        best = i;
      }
    }
    float found = ranked.get(best).p();
    return Math.min(MOST, Math.max(label.equals(Labels.TOXIC) ? TOXIC_LEAST : LEAST, found));
  }

  /**
   * Widens the bands of the labels that route until about a tenth of randomly drawn posts is in
   * one.
   *
   * @param random held-out probabilities of randomly drawn posts, by label
   */
  static List<Verdict> withBands(List<Verdict> verdicts, Map<String, float[]> random) {
    double width = 0;
    while (width < WIDEST && doubted(verdicts, random, width + 0.02) <= DOUBTED) {
      width += 0.02;
    }
    double chosen = width;
    return verdicts.stream()
        .map(
            v ->
                v.decidedFrom(
                    v.threshold(), moved(v.threshold(), -chosen), moved(v.threshold(), chosen)))
        .toList();
  }

  static double doubted(List<Verdict> verdicts, Map<String, float[]> random, double width) {
    int n = random.values().iterator().next().length;
    int doubted = 0;
    for (int i = 0; i < n; i++) {
      boolean any = false;
      for (Verdict v : verdicts) {
        float[] ps = random.get(v.label());
        any |=
            routes(v.label())
                && ps != null
                && ps[i] >= moved(v.threshold(), -width)
                && ps[i] < moved(v.threshold(), width);
      }
      doubted += any ? 1 : 0;
    }
    return (double) doubted / n;
  }

  private static boolean routes(String label) {
    return label.equals(Labels.COMPLAINT)
        || label.equals(Labels.LEAD)
        || label.equals(Labels.PR_RISK);
  }

  private static float moved(float p, double logOdds) {
    return (float) (1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + logOdds))));
  }
}
