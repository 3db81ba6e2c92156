package dev.frontline.classify.train;

import dev.frontline.classify.model.Attention;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Signals;
import dev.frontline.classify.model.TextCnn;

/**
 * What was learned from some posts, by output where there is one each.
 *
 * @param fast over n-grams
 * @param context over word pieces, the fast tier's too
 * @param slow over n-grams, the encoder's vector and the surface
 * @param attention to the encoder's marks
 */
record TwoTierHeads(
    DualLogistic[] fast, TextCnn context, DualLogistic[] slow, Attention attention) {

  /** The fast tier's signals of a post. */
  float[] signals(Example example) {
    float[] signals = new float[Signals.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      signals[h] = (float) fast[h].margin(example.row());
    }
    example.readTogether(context, signals);
    return signals;
  }
}
