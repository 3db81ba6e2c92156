package dev.frontline.classify.train;

import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.Signals;
import dev.frontline.contracts.classification.Sentiment;

/**
 * One example with what heads said of it that never saw its brand.
 *
 * @param fold the fold in which it was held out
 * @param signals of the fast tier, see {@link Signals}
 * @param slow the slow tier's outputs, by label
 * @param weight less where it was drawn because a label was expected: such posts are too many
 */
record HeldOut(Example example, int fold, float[] signals, float[] slow, double weight) {

  private static final double DRAWN = 0.3;

  static HeldOut of(Example example, int fold, float[] signals, float[] slow, double share) {
    return new HeldOut(
        example, fold, signals, slow, share * (example.post().isRandom() ? 1 : DRAWN));
  }

  /** What the fast tier says of its sentiment. */
  Sentiment feeling(SentimentScale scale) {
    return scale.of(Signals.feelings(signals, example.inEnglish()));
  }

  /** Whether the label's truth is known. */
  boolean knows(String label) {
    return truth(label) >= 0;
  }

  /** 1, 0, or -1 where it is not known. */
  int truth(String label) {
    return example.post().label(label);
  }
}
