package dev.frontline.classify.model;

import dev.frontline.contracts.classification.Sentiment;

/**
 * Turns the three sentiment outputs into probabilities that sum to 1.
 *
 * @param sharpness what the outputs are multiplied with
 * @param shift added to each output, in the order neg, neu, pos
 */
public record SentimentScale(float sharpness, float[] shift) {

  public Sentiment of(float[] margins) {
    double[] e = new double[Heads.SENTIMENTS.size()];
    double total = 0;
    for (int i = 0; i < e.length; i++) {
      e[i] = Math.exp(sharpness * margins[Heads.sentiment(i)] + shift[i]);
      total += e[i];
    }
    int best = 0;
    for (int i = 0; i < e.length; i++) {
      e[i] = Math.round(e[i] / total * 1000) / 1000.0;
      best = e[i] > e[best] ? i : best;
    }
    return new Sentiment(Heads.SENTIMENTS.get(best), e[0], e[1], e[2]);
  }
}
