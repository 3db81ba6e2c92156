package dev.frontline.classify.model;

import dev.frontline.classify.text.CueCategory;
import dev.frontline.classify.text.Surface;

/**
 * The numbers that verdicts rest on: the weight table's outputs, then the post's surface, then what
 * its pieces say together ({@link TextCnn}), which is for English alone.
 */
public final class Signals {

  private static final int CONTEXT = Heads.COUNT + Surface.SIZE;
  private static final float SAY_IN_SLOW = 0.5f;

  public static final int COUNT = CONTEXT + Heads.COUNT;

  private Signals() {}

  public static String name(int signal) {
    return signal < Heads.COUNT
        ? Heads.names().get(signal)
        : signal < CONTEXT
            ? Surface.name(signal - Heads.COUNT)
            : Heads.names().get(signal - CONTEXT) + " in context";
  }

  public static int of(CueCategory category) {
    return Heads.COUNT + Surface.indexOf(category);
  }

  /** The sum of all kinds of risk. */
  public static int risk() {
    return Heads.COUNT + Surface.riskIndex();
  }

  /** What the pieces together say of an output. */
  public static int context(int head) {
    return CONTEXT + head;
  }

  /** Whether it says something in any language: not the outputs of labels, learned in English. */
  public static boolean speaksAllLanguages(int signal) {
    return signal >= Heads.LABELS && signal < CONTEXT;
  }

  /**
   * The fast tier's outputs for sentiments where they stand among the heads; of an English post its
   * pieces have their say, too.
   */
  public static float[] feelings(float[] signals, float inEnglish) {
    return feelings(signals, signals, inEnglish >= 0.5f ? 1 : 0);
  }

  /**
   * The slow tier's, in which the pieces have half their say.
   *
   * @param margins its outputs
   */
  public static float[] slowFeelings(float[] margins, float[] signals) {
    return feelings(margins, signals, SAY_IN_SLOW);
  }

  private static float[] feelings(float[] margins, float[] signals, float say) {
    float[] feelings = new float[Heads.COUNT];
    for (int i = 0; i < Heads.SENTIMENTS.size(); i++) {
      int head = Heads.sentiment(i);
      feelings[head] = margins[head] + say * signals[context(head)];
    }
    return feelings;
  }
}
