package dev.frontline.classify.model;

import dev.frontline.contracts.classification.Sentiment;

/** What can be asked of a sentiment. */
public final class Sentiments {

  private Sentiments() {}

  /** The probability of the likeliest of the three. */
  public static double surest(Sentiment s) {
    return Math.max(s.neg(), Math.max(s.neu(), s.pos()));
  }
}
