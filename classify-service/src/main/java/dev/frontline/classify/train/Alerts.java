package dev.frontline.classify.train;

import dev.frontline.classify.eval.Scored;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From which probability on a label may interrupt a person, and how many such posts were right
 * among randomly drawn held-out posts. There are few of them: hence the interval.
 */
final class Alerts {

  /**
   * Mean probability of what interrupts. Three of five shall be right; among randomly drawn posts
   * the surest probabilities promise a little more than they keep.
   */
  private static final double PROMISED = 0.8;

  private static final double Z = 1.96;

  private Alerts() {}

  /**
   * The least probability from which on the mean is high enough. The truth is not asked: with a few
   * dozen positives it would move the threshold with each of them.
   */
  static float from(float[] random) {
    float[] sorted = random.clone();
    Arrays.sort(sorted);
    double sum = 0;
    float from = 1;
    for (int said = 1; said <= sorted.length; said++) {
      float p = sorted[sorted.length - said];
      sum += p;
      if (sum < PROMISED * said) {
        break;
      }
      from = p;
    }
    return from;
  }

  /** {@code from, said, precision, precisionLow, precisionHigh, recall, falseAlertsPer1000}. */
  static Map<String, Object> of(List<Scored> random, float from) {
    List<Scored> told = random.stream().filter(s -> s.p() >= from).toList();
    int said = told.size();
    int right = (int) told.stream().filter(Scored::truth).count();
    long positives = random.stream().filter(Scored::truth).count();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("from", Math.round(from * 1000) / 1000.0);
    found.put("said", said);
    if (said > 0) {
      found.put("precision", Trainer.percent((double) right / said));
      found.put("precisionLow", Trainer.percent(wilson(right, said, -1)));
      found.put("precisionHigh", Trainer.percent(wilson(right, said, 1)));
      found.put("recall", Trainer.percent((double) right / Math.max(1, positives)));
      found.put("falseAlertsPer1000", Trainer.percent((said - right) * 10.0 / random.size()));
    }
    return found;
  }

  private static double wilson(int right, int said, int side) {
    double p = (double) right / said;
    double z2 = Z * Z;
    double spread = Z * Math.sqrt(p * (1 - p) / said + z2 / (4.0 * said * said));
    return (p + z2 / (2 * said) + side * spread) / (1 + z2 / said);
  }
}
