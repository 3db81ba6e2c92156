package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Signals;
import dev.frontline.classify.model.Verdict;
import dev.frontline.classify.text.CueCategory;
import dev.frontline.contracts.classification.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Fits how a label is decided from the signals of held-out posts. */
final class VerdictTrainer {

  private static final double SHRINK = 4;

  /**
   * The same for what is not the label's own output, in English: what the surface tells stands in
   * the convolution's output, learned from ten times as many posts. Left free, these weights fit
   * the brands that are known and lose two to eight points of average precision on others.
   */
  private static final double SHRINK_OTHERS = 300;

  /** A cue's weight is drawn to this: in languages without training posts it must carry alone. */
  private static final double CUE = 1.6;

  /** Bad or good feeling's weight in those languages. */
  private static final double FEELING = 0.3;

  /** Of the weight of what words say, how much is drawn to what they say together. */
  private static final double IN_CONTEXT = 0.5;

  private VerdictTrainer() {}

  static Verdict fit(String label, List<HeldOut> rows) {
    double[] english = fitOne(label, rows, signal -> true);
    double[] other = fitOne(label, rows, Signals::speaksAllLanguages);
    return new Verdict(
        label,
        floats(english),
        (float) english[Signals.COUNT],
        floats(other),
        (float) other[Signals.COUNT],
        0.5f,
        0.5f,
        0.5f,
        0);
  }

  private static double[] fitOne(String label, List<HeldOut> rows, Predicate<Integer> used) {
    boolean inEnglish = used.test(0);
    float[][] numbers = rows.stream().map(r -> masked(r.signals(), used)).toArray(float[][]::new);
    boolean[] truth = new boolean[rows.size()];
    double[] weight = new double[rows.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = rows.get(i).truth(label) == 1;
      weight[i] = rows.get(i).weight() * (inEnglish ? rows.get(i).example().inEnglish() : 1);
    }
    return Logistic.fit(
        numbers, truth, weight, prior(label, used, inEnglish), shrink(label, inEnglish));
  }

  private static double[] shrink(String label, boolean inEnglish) {
    double[] shrink = new double[Signals.COUNT];
    Arrays.fill(shrink, inEnglish ? SHRINK_OTHERS : SHRINK);
    int head = Labels.ALL.indexOf(label);
    shrink[head] = SHRINK;
    shrink[Signals.context(head)] = SHRINK;
    return shrink;
  }

  private static double[] prior(String label, Predicate<Integer> used, boolean inEnglish) {
    double[] prior = new double[Signals.COUNT];
    int head = Labels.ALL.indexOf(label);
    if (used.test(head)) {
      prior[head] = 1 - IN_CONTEXT;
      prior[Signals.context(head)] = IN_CONTEXT;
    }
    int own =
        label.equals(Labels.PR_RISK)
            ? Signals.risk()
            : label.equals(Labels.TOXIC)
                ? Signals.of(CueCategory.ANGER)
                : Signals.of(CueCategory.valueOf(label.toUpperCase(java.util.Locale.ROOT)));
    if (!inEnglish) {
      prior[own] = CUE;
      int sign = label.equals(Labels.PRAISE) ? 1 : label.equals(Labels.COMPLAINT) ? -1 : 0;
      prior[Heads.sentiment(0)] = -sign * FEELING;
      prior[Heads.sentiment(2)] = sign * FEELING;
    }
    return prior;
  }

  private static float[] masked(float[] signals, Predicate<Integer> used) {
    float[] masked = signals.clone();
    for (int i = 0; i < masked.length; i++) {
      if (!used.test(i)) {
        masked[i] = 0;
      }
    }
    return masked;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[Signals.COUNT];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
