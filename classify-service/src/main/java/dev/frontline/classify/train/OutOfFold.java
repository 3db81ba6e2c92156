package dev.frontline.classify.train;

import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.classification.Labels;
import java.util.List;

/**
 * Both tiers' probabilities of a label for posts whose brand their heads had not seen. The fast
 * verdict, with its many weights, had not seen it either; the slow one's two numbers come from all
 * posts.
 *
 * @param fast by row
 * @param slow by row
 */
record OutOfFold(
    String label, List<HeldOut> rows, float[] fast, float[] slow, SlowVerdict.Scale scale) {

  static OutOfFold of(String label, List<HeldOut> rows) {
    int folds = rows.stream().mapToInt(HeldOut::fold).max().orElse(0) + 1;
    int head = Labels.ALL.indexOf(label);
    SlowVerdict.Scale scale = SlowVerdict.fit(label, rows);
    float[] fast = new float[rows.size()];
    float[] slow = new float[rows.size()];
    for (int fold = 0; fold < folds; fold++) {
      int out = fold;
      List<HeldOut> rest = rows.stream().filter(r -> r.fold() != out && r.knows(label)).toList();
      Verdict verdict = VerdictTrainer.fit(label, rest);
      for (int i = 0; i < fast.length; i++) {
        HeldOut row = rows.get(i);
        if (row.fold() == out) {
          fast[i] = verdict.probability(row.signals(), row.example().inEnglish());
          slow[i] = scale.probability(row, head);
        }
      }
    }
    return new OutOfFold(label, rows, fast, slow, scale);
  }

  boolean isTrue(int row) {
    return rows.get(row).truth(label) == 1;
  }

  /**
   * Those of a tier whose truth is known, all folds but one, or all where {@code without} is -1.
   */
  List<Thresholds.Point> points(float[] tier, int without) {
    List<Thresholds.Point> points = new java.util.ArrayList<>();
    for (int i = 0; i < tier.length; i++) {
      HeldOut row = rows.get(i);
      if (row.fold() != without && row.knows(label)) {
        points.add(new Thresholds.Point(tier[i], row.weight()));
      }
    }
    return points;
  }
}
