package dev.frontline.classify.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.frontline.contracts.classification.Labels;

/**
 * Which posts the slow tier is asked about: those of whose labels the fast one is in doubt, each
 * label's doubt, the deviation {@code sqrt(p (1 - p))} of what is true with probability p, weighed
 * by what the slow tier was found to mend there.
 *
 * @param doubt weights by label, in their order
 * @param tone asked too where the variance {@code p (1 - p)} of {@code toxic} alone is as large as
 *     this
 * @param feeling asked too where the likeliest sentiment is less likely than this
 * @param from asked from this sum of weighed doubts on
 * @param english the least probability that the post is English, which is all the encoder knows
 */
public record Gate(float[] doubt, float tone, float feeling, float from, float english) {

  private static final int TOXIC = Labels.ALL.indexOf(Labels.TOXIC);

  /** Asks about nothing. */
  public static final Gate SHUT = new Gate(new float[Heads.LABELS], 1, 0, Float.MAX_VALUE, 0);

  /** The sum of weighed doubts. */
  public float doubtOf(float[] probabilities) {
    float sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum += doubt[i] * (float) Math.sqrt(probabilities[i] * (1 - probabilities[i]));
    }
    return sum;
  }

  /** Whether doubt about a post's tone alone is reason enough. */
  public boolean asksForTone(float toxic) {
    return toxic * (1 - toxic) >= tone;
  }

  /**
   * Whether the slow tier is worth asking.
   *
   * @param probabilities of the fast tier, by label
   * @param surestFeeling probability of the likeliest sentiment
   */
  public boolean asks(float[] probabilities, double surestFeeling, float inEnglish) {
    return inEnglish >= english
        && (surestFeeling < feeling
            || asksForTone(probabilities[TOXIC])
            || doubtOf(probabilities) >= from);
  }

  /** The same that asks from another doubt on. */
  @JsonIgnore
  public Gate asking(float other) {
    return new Gate(doubt, tone, feeling, other, english);
  }
}
