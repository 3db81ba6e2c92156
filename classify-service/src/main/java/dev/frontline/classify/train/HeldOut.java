package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Signals;
import dev.frontline.classify.model.Verdict;

/**
 * One example with the signals of heads that never saw its brand.
 *
 * @param fold the fold in which it was held out
 * @param weight less where it was drawn because a label was expected: such posts are too many
 */
record HeldOut(Example example, int fold, float[] signals, double weight) {

  private static final double DRAWN = 0.3;

  static HeldOut of(Example example, int fold, double[] margins, double share) {
    float[] signals = new float[Signals.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      signals[h] = (float) margins[h];
    }
    System.arraycopy(example.surface(), 0, signals, Heads.COUNT, example.surface().length);
    return new HeldOut(example, fold, signals, share * (example.post().isRandom() ? 1 : DRAWN));
  }

  float probability(Verdict verdict) {
    return verdict.probability(signals, example.inEnglish());
  }
}
