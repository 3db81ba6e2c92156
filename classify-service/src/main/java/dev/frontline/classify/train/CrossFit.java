package dev.frontline.classify.train;

import dev.frontline.classify.eval.BinaryFigures;
import dev.frontline.classify.eval.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Thresholds of both tiers for a label, and how the label is told on held-out posts. */
final class CrossFit {

  private final OutOfFold fit;
  private final IntPredicate asks;
  private final float[] fastFrom;
  private final float[] slowFrom;

  /** Whose probability counts. */
  enum Tier {
    FAST,
    SLOW,
    CASCADE
  }

  CrossFit(OutOfFold fit, IntPredicate asks) {
    this.fit = fit;
    this.asks = asks;
    int folds = fit.rows().stream().mapToInt(HeldOut::fold).max().orElse(0) + 1;
    this.fastFrom = new float[folds];
    this.slowFrom = new float[folds];
    for (int fold = 0; fold < folds; fold++) {
      fastFrom[fold] = Thresholds.best(fit.label(), fit.points(fit.fast(), fold));
      slowFrom[fold] = Thresholds.best(fit.label(), fit.points(fit.slow(), fold));
    }
  }

  float fastThreshold() {
    return Thresholds.best(fit.label(), fit.points(fit.fast(), -1));
  }

  float slowThreshold() {
    return Thresholds.best(fit.label(), fit.points(fit.slow(), -1));
  }

  private Scored scored(int row, Tier tier) {
    HeldOut held = fit.rows().get(row);
    boolean slow = tier == Tier.SLOW || tier == Tier.CASCADE && asks.test(row);
    float p = slow ? fit.slow()[row] : fit.fast()[row];
    float from = (slow ? slowFrom : fastFrom)[held.fold()];
    return new Scored(p, p >= from, fit.isTrue(row), held.example().post().group());
  }

  List<Scored> scored(Tier tier, Predicate<HeldOut> of) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < fit.rows().size(); i++) {
      if (fit.rows().get(i).knows(fit.label()) && of.test(fit.rows().get(i))) {
        scored.add(scored(i, tier));
      }
    }
    return scored;
  }

  /** Share of the posts that the slow tier was asked about, in percent. */
  double asked(Predicate<HeldOut> of) {
    int n = 0;
    int asked = 0;
    for (int i = 0; i < fit.rows().size(); i++) {
      if (of.test(fit.rows().get(i))) {
        n++;
        asked += asks.test(i) ? 1 : 0;
      }
    }
    return Trainer.percent((double) asked / Math.max(1, n));
  }

  /** Figures of every tier on the posts. */
  Map<String, Object> figures(Predicate<HeldOut> of) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Tier tier : Tier.values()) {
      List<Scored> scored = scored(tier, of);
      if (!scored.isEmpty()) {
        figures.put(tier.name().toLowerCase(java.util.Locale.ROOT), shown(scored));
      }
    }
    return figures;
  }

  private static Map<String, Object> shown(List<Scored> scored) {
    BinaryFigures f = BinaryFigures.of(scored);
    long falseAlerts = scored.stream().filter(s -> s.said() && !s.truth()).count();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", f.n());
    map.put("positives", f.positives());
    map.put("precision", f.precision());
    map.put("recall", f.recall());
    map.put("f1", f.f1());
    map.put("f1Low", f.f1Low());
    map.put("f1High", f.f1High());
    map.put("macroF1", f.macroF1());
    map.put("averagePrecision", f.averagePrecision());
    map.put("ece", f.ece());
    map.put("falseAlertsPer1000", Math.round(10_000.0 * falseAlerts / scored.size()) / 10.0);
    map.values().removeIf(Objects::isNull);
    return map;
  }
}
