package dev.frontline.classify.model;

import dev.frontline.classify.text.CueCategory;
import dev.frontline.classify.text.Surface;

/** The numbers that verdicts rest on: the weight table's outputs, then the post's surface. */
public final class Signals {

  public static final int COUNT = Heads.COUNT + Surface.SIZE;

  private Signals() {}

  public static String name(int signal) {
    return signal < Heads.COUNT ? Heads.names().get(signal) : Surface.name(signal - Heads.COUNT);
  }

  public static int of(CueCategory category) {
    return Heads.COUNT + Surface.indexOf(category);
  }

  /** The sum of all kinds of risk. */
  public static int risk() {
    return Heads.COUNT + Surface.riskIndex();
  }

  /** Whether it says something in any language: not the outputs of labels, learned in English. */
  public static boolean speaksAllLanguages(int signal) {
    return signal >= Heads.LABELS;
  }
}
