package dev.frontline.contracts.classification;

import dev.frontline.contracts.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One label's verdict.
 *
 * @param p calibrated probability, 0 to 1
 * @param decided whether the label holds
 * @param why the words or patterns that drove it, strongest first; empty where it does not hold
 * @param tier who judged: {@code 0} (fast model), {@code 1} (encoder), {@code rule}, {@code
 *     opinion} (a language model elsewhere) or {@code human}
 * @param model version of the model, or the person's id for {@code human}
 * @param quiet true where it holds and is good enough for a list, but not sure enough to interrupt
 *     a person; absent otherwise
 */
public record LabelScore(
    double p,
    boolean decided,
    List<String> why,
    String tier,
    String model,
    @Nullable Boolean quiet) {

  public LabelScore {
    if (Double.isNaN(p) || p < 0 || p > 1) {
      throw new IllegalArgumentException("p must be a probability from 0 to 1");
    }
    why = Lists.copy(why);
  }

  /** A verdict that may interrupt a person where it holds. */
  public LabelScore(double p, boolean decided, List<String> why, String tier, String model) {
    this(p, decided, why, tier, model, null);
  }

  /** Whether it holds surely enough to interrupt a person. */
  public boolean mayInterrupt() {
    return decided && !Boolean.TRUE.equals(quiet);
  }
}
