package dev.frontline.contracts.classification;

import dev.frontline.contracts.Required;

/**
 * Feeling toward the brand.
 *
 * @param value {@code neg}, {@code neu} or {@code pos}
 */
public record Sentiment(String value, double neg, double neu, double pos) {

  /** Nothing known. */
  public static final Sentiment NEUTRAL = new Sentiment("neu", 0, 1, 0);

  public Sentiment {
    Required.text("sentiment.value", value);
  }
}
