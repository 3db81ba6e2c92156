package dev.frontline.classify.train;

import dev.frontline.classify.eval.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From which probability on a label may interrupt a person: where at least three of five such posts
 * were right, on randomly drawn held-out posts. There are few of them: hence the interval.
 */
final class Alerts {

  private static final double PRECISION = 0.6;
  private static final int FEWEST = 5;
  private static final double Z = 1.96;

  private Alerts() {}

  /** {@code from, said, precision, precisionLow, precisionHigh, recall, per1000}; or nothing. */
  static Map<String, Object> of(List<Scored> random) {
    List<Scored> ranked = new ArrayList<>(random);
    ranked.sort(Comparator.comparingDouble((Scored s) -> -s.p()));
    long positives = ranked.stream().filter(Scored::truth).count();
    Map<String, Object> found = new LinkedHashMap<>();
    int right = 0;
    for (int i = 0; i < ranked.size(); i++) {
      right += ranked.get(i).truth() ? 1 : 0;
      int said = i + 1;
      if (said >= FEWEST && right >= PRECISION * said) {
        found.put("from", Math.round(ranked.get(i).p() * 1000) / 1000.0);
        found.put("said", said);
        found.put("precision", Trainer.percent((double) right / said));
        found.put("precisionLow", Trainer.percent(wilson(right, said, -1)));
        found.put("precisionHigh", Trainer.percent(wilson(right, said, 1)));
        found.put("recall", Trainer.percent((double) right / positives));
        found.put("falseAlertsPer1000", Trainer.percent((said - right) * 10.0 / ranked.size()));
      }
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
