package dev.frontline.classify.model;

import dev.frontline.classify.text.LetterGrams;
import java.util.List;

/**
 * Tells languages apart: letter-run weights as signed bytes.
 *
 * @param languages the closed set it knows, BCP-47
 * @param sharpness what the summed weights are multiplied with before they become probabilities
 */
public record LanguageTable(
    List<String> languages, byte[] bytes, float scale, float[] bias, float sharpness) {

  private static final int STEPS = 127;

  /**
   * Rounds weights to bytes.
   *
   * @param weights by language, then bin
   */
  public static LanguageTable of(
      List<String> languages, float[][] weights, float[] bias, float sharpness) {
    int n = languages.size();
    float most = 1e-6f;
    for (float[] row : weights) {
      for (float w : row) {
        most = Math.max(most, Math.abs(w));
      }
    }
    float scale = most / STEPS;
    byte[] bytes = new byte[LetterGrams.BINS * n];
    for (int l = 0; l < n; l++) {
      for (int bin = 0; bin < LetterGrams.BINS; bin++) {
        bytes[bin * n + l] = (byte) Math.round(weights[l][bin] / scale);
      }
    }
    return new LanguageTable(languages, bytes, scale, bias, sharpness);
  }

  /** Fills {@code into} with each language's probability; all alike where there is no letter. */
  public void probabilities(LetterGrams grams, float[] into) {
    int n = languages.size();
    int[] sums = new int[n];
    int[] bins = grams.bins();
    for (int i = 0; i < grams.count(); i++) {
      int at = bins[i] * n;
      for (int l = 0; l < n; l++) {
        sums[l] += bytes[at + l];
      }
    }
    float value = grams.count() == 0 ? 0 : (float) (scale / Math.sqrt(grams.count()));
    float most = Float.NEGATIVE_INFINITY;
    for (int l = 0; l < n; l++) {
      into[l] = grams.count() == 0 ? 0 : sharpness * (bias[l] + sums[l] * value);
      most = Math.max(most, into[l]);
    }
    float total = 0;
    for (int l = 0; l < n; l++) {
      into[l] = (float) Math.exp(into[l] - most);
      total += into[l];
    }
    for (int l = 0; l < n; l++) {
      into[l] /= total;
    }
  }
}
