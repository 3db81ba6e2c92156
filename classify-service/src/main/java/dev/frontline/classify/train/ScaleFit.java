package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.contracts.classification.Sentiment;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the sharpness and shifts of the sentiment scale with the best likelihood, each class
 * counting alike.
 */
final class ScaleFit {

  private static final int ROUNDS = 4;
  private static final float STEP = 0.05f;

  private ScaleFit() {}

  static SentimentScale of(List<Example> validation, Function<Example, float[]> outputs) {
    List<float[]> margins = validation.stream().map(outputs).toList();
    int[] truth =
        validation.stream().mapToInt(e -> Heads.SENTIMENTS.indexOf(e.post().sentiment())).toArray();
    double[] weight = weights(truth);
    float[] at = {1, 0, 0, 0};
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < at.length; i++) {
        float best = at[i];
        double most = Double.NEGATIVE_INFINITY;
        for (float v = i == 0 ? 0.3f : -1.5f; v <= (i == 0 ? 2.5f : 1.5f); v += STEP) {
          at[i] = v;
          double likelihood = likelihood(scale(at), margins, truth, weight);
          if (likelihood > most) {
            most = likelihood;
            best = v;
          }
        }
        at[i] = best;
      }
    }
    return scale(at);
  }

  private static SentimentScale scale(float[] at) {
    return new SentimentScale(at[0], new float[] {at[1], at[2], at[3]});
  }

  private static double[] weights(int[] truth) {
    double[] counts = new double[Heads.SENTIMENTS.size()];
    for (int t : truth) {
      counts[t]++;
    }
    double[] weights = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      weights[i] = 1 / counts[truth[i]];
    }
    return weights;
  }

  private static double likelihood(
      SentimentScale scale, List<float[]> margins, int[] truth, double[] weight) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      Sentiment s = scale.of(margins.get(i));
      double p = truth[i] == 0 ? s.neg() : truth[i] == 1 ? s.neu() : s.pos();
      sum += weight[i] * Math.log(Math.max(p, 1e-3));
    }
    return sum;
  }
}
