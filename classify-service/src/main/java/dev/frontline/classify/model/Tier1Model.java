package dev.frontline.classify.model;

import java.util.List;

/**
 * The weights of the slow tier: hashed n-grams and surface as in the fast one, fitted together with
 * the encoder's vector; read-only. It knows English only.
 *
 * @param weights of the n-grams
 * @param meaning weights of the encoder's numbers, by output in the order of {@link Heads#names()}
 * @param attention what the encoder's marks say for the labels one by one
 * @param verdicts one a label: their weight of the label's own output turns it into a calibrated
 *     probability, alike in every mix of languages
 */
public record Tier1Model(
    WeightTable weights,
    float[][] meaning,
    Attention attention,
    SentimentScale sentiment,
    List<Verdict> verdicts) {

  public Tier1Model {
    verdicts = List.copyOf(verdicts);
    if (meaning.length != Heads.COUNT) {
      throw new IllegalArgumentException("the encoder's numbers need weights for every output");
    }
  }

  /** What the vector adds to an output. */
  float spoken(int head, float[] vector) {
    float sum = 0;
    float[] weights = meaning[head];
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * vector[i];
    }
    return sum;
  }
}
