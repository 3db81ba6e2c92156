package dev.frontline.classify.model;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How one label is decided from a post's signals (see {@link Signals}): a logistic regression
 * fitted on held-out brands, so that its output is a calibrated probability.
 *
 * @param english weights where the post is English, one a signal
 * @param other weights where it is not: cues, surface and sentiment only, since the n-grams of
 *     labels were learned from English
 * @param threshold the label holds from this probability on
 * @param unsureFrom below this the label surely does not hold
 * @param unsureTo from this on it surely holds
 * @param alertFrom from this probability on it may interrupt a person
 */
public record Verdict(
    String label,
    float[] english,
    float englishBias,
    float[] other,
    float otherBias,
    float threshold,
    float unsureFrom,
    float unsureTo,
    float alertFrom) {

  /**
   * @param signals of the post
   * @param inEnglish probability that it is English
   */
  public float probability(float[] signals, float inEnglish) {
    return sigmoid(odds(signals, inEnglish));
  }

  /** The log-odds of the same. */
  float odds(float[] signals, float inEnglish) {
    float odds = 0;
    if (inEnglish > 0.01f) {
      odds += inEnglish * (englishBias + dot(english, signals));
    }
    if (inEnglish < 0.99f) {
      odds += (1 - inEnglish) * (otherBias + dot(other, signals));
    }
    return odds;
  }

  /** The weight of one signal in a post of that mix of languages. */
  float weight(int signal, float inEnglish) {
    return inEnglish * english[signal] + (1 - inEnglish) * other[signal];
  }

  boolean holds(float p) {
    return p >= threshold;
  }

  boolean isUnsure(float p) {
    return p >= unsureFrom && p < unsureTo;
  }

  /** The same with another threshold and band. */
  @JsonIgnore
  public Verdict decidedFrom(float newThreshold, float from, float to) {
    return new Verdict(
        label, english, englishBias, other, otherBias, newThreshold, from, to, alertFrom);
  }

  /** The same that interrupts people from another probability on. */
  @JsonIgnore
  public Verdict interruptingFrom(float p) {
    return new Verdict(
        label, english, englishBias, other, otherBias, threshold, unsureFrom, unsureTo, p);
  }

  /** Whether what holds with this probability is for a list only. */
  boolean isQuiet(float p) {
    return p < alertFrom;
  }

  static float sigmoid(float odds) {
    return (float) (1 / (1 + Math.exp(-odds)));
  }

  private static float dot(float[] weights, float[] signals) {
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * signals[i];
    }
    return sum;
  }
}
