package dev.frontline.contracts.classification;

import dev.frontline.contracts.Lists;
import java.util.List;

/**
 * One label's verdict.
 *
 * @param p calibrated probability, 0 to 1
 * @param decided whether the label holds
 * @param why the words or patterns that drove it, strongest first; empty where it does not hold
 * @param tier who judged: {@code 0} (fast model), {@code 1} (encoder), {@code rule}, {@code
 *     opinion} (a language model elsewhere) or {@code human}
 * @param model version of the model, or the person's id for {@code human}
 */
public record LabelScore(double p, boolean decided, List<String> why, String tier, String model) {

  public LabelScore {
    if (Double.isNaN(p) || p < 0 || p > 1) {
      throw new IllegalArgumentException("p must be a probability from 0 to 1");
    }
    why = Lists.copy(why);
  }
}
