package dev.frontline.classify.theme;

import dev.frontline.contracts.classification.LabelScore;
import java.util.ArrayList;
import java.util.List;

/** Moves a label's probability by what is known besides the model. */
final class Shift {

  private static final double LEAST = 0.0001;

  private Shift() {}

  /**
   * The label with other odds.
   *
   * @param gain in log-odds
   * @param threshold from which probability it holds
   * @param because stands first among its reasons where it holds
   */
  static LabelScore by(double gain, LabelScore score, double threshold, List<String> because) {
    double p = Math.min(1 - LEAST, Math.max(LEAST, score.p()));
    double odds = Math.log(p / (1 - p)) + gain;
    double shifted = Math.round(10_000 / (1 + Math.exp(-odds))) / 10_000.0;
    boolean holds = gain > 0 && score.decided() || shifted >= threshold;
    List<String> why = new ArrayList<>();
    if (holds) {
      why.addAll(because);
      score.why().stream().filter(w -> !why.contains(w)).forEach(why::add);
    }
    return new LabelScore(shifted, holds, why, score.tier(), score.model(), score.quiet());
  }
}
