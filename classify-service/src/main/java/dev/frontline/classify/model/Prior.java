package dev.frontline.classify.model;

/**
 * What the shipped model says of one post before anything was learned, with the numbers that an
 * adaptation weighs.
 *
 * @param odds log-odds a label
 * @param thresholds probability from which each label holds
 * @param bins of the post's n-grams, each once
 * @param values one a bin
 */
public record Prior(float[] odds, float[] thresholds, int[] bins, float[] values) {

  /** The label's probability under the adaptation. */
  public double probability(int label, Adaptation adaptation) {
    double sum = odds[label] + adaptation.intercept(label);
    if (adaptation.size() > 0) {
      for (int i = 0; i < bins.length; i++) {
        sum += adaptation.weight(label, bins[i]) * values[i];
      }
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Whether the label holds under the adaptation. */
  public boolean holds(int label, Adaptation adaptation) {
    return probability(label, adaptation) >= thresholds[label];
  }
}
