package dev.frontline.classify.train;

import dev.frontline.classify.eval.BinaryFigures;
import dev.frontline.classify.eval.Scored;
import dev.frontline.classify.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A label's verdicts on posts whose brand neither heads nor verdict had seen.
 *
 * @param threshold the best one over all of them
 * @param figures measured with thresholds that were chosen on the other folds
 * @param randomProbabilities of the randomly drawn brand posts, in the order of the rows
 */
record CrossFit(float threshold, Map<String, Object> figures, float[] randomProbabilities) {

  static CrossFit of(String label, List<HeldOut> rows) {
    int folds = rows.stream().mapToInt(HeldOut::fold).max().orElse(0) + 1;
    float[] p = new float[rows.size()];
    for (int fold = 0; fold < folds; fold++) {
      int out = fold;
      Verdict verdict =
          VerdictTrainer.fit(label, rows.stream().filter(r -> r.fold() != out).toList());
      for (int i = 0; i < p.length; i++) {
        if (rows.get(i).fold() == out) {
          p[i] = rows.get(i).probability(verdict);
        }
      }
    }
    List<Scored> all = new ArrayList<>();
    List<Scored> random = new ArrayList<>();
    List<Scored> brands = new ArrayList<>();
    float[] thresholds = new float[folds];
    for (int fold = 0; fold < folds; fold++) {
      thresholds[fold] = Thresholds.best(label, points(label, rows, p, fold));
    }
    List<Float> randomP = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      HeldOut row = rows.get(i);
      Scored scored =
          new Scored(
              p[i],
              p[i] >= thresholds[row.fold()],
              row.example().post().label(label) == 1,
              row.example().post().group());
      all.add(scored);
      if (!row.example().post().source().startsWith("complaints")) {
        brands.add(scored);
      }
      if (row.example().post().isRandom()) {
        random.add(scored);
        randomP.add(p[i]);
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("allPosts", figures(brands));
    if (all.size() > brands.size()) {
      figures.put("withComplaintSet", figures(all));
    }
    if (!random.isEmpty()) {
      figures.put("randomPosts", figures(random));
    }
    float[] ps = new float[randomP.size()];
    for (int i = 0; i < ps.length; i++) {
      ps[i] = randomP.get(i);
    }
    return new CrossFit(Thresholds.best(label, points(label, rows, p, -1)), figures, ps);
  }

  private static List<Thresholds.Point> points(
      String label, List<HeldOut> rows, float[] p, int without) {
    List<Thresholds.Point> points = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      if (rows.get(i).fold() != without) {
        boolean truth = rows.get(i).example().post().label(label) == 1;
        points.add(new Thresholds.Point(p[i], truth, rows.get(i).weight()));
      }
    }
    return points;
  }

  private static Map<String, Object> figures(List<Scored> scored) {
    BinaryFigures f = BinaryFigures.of(scored);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", f.n());
    map.put("positives", f.positives());
    map.put("precision", f.precision());
    map.put("recall", f.recall());
    map.put("f1", f.f1());
    map.put("macroF1", f.macroF1());
    map.put("averagePrecision", f.averagePrecision());
    map.put("ece", f.ece());
    map.values().removeIf(java.util.Objects::isNull);
    return map;
  }
}
