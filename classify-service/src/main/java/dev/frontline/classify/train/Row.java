package dev.frontline.classify.train;

import dev.frontline.classify.model.PostReader;
import dev.frontline.classify.text.LetterGrams;
import dev.frontline.classify.text.NGrams;

/**
 * A post as sparse numbers: {@code values[i]} stands in bin {@code bins[i]}; a bin may come twice
 * only where both shares simply add up.
 */
record Row(int[] bins, float[] values) {

  /** The hashed n-grams of the post just read, each block of length 1. */
  static Row ofGrams(PostReader reader, float charShare) {
    NGrams grams = reader.grams();
    int words = grams.wordCount();
    int chars = grams.charCount();
    int[] bins = new int[words + chars];
    float[] values = new float[bins.length];
    System.arraycopy(grams.words(), 0, bins, 0, words);
    System.arraycopy(grams.chars(), 0, bins, words, chars);
    float word = (float) (1 / Math.sqrt(Math.max(1, words)));
    float one = (float) (charShare / Math.sqrt(Math.max(1, chars)));
    for (int i = 0; i < bins.length; i++) {
      values[i] = i < words ? word : one;
    }
    return new Row(bins, values);
  }

  /** The runs of letters of a text. */
  static Row ofLetters(LetterGrams grams) {
    int[] bins = java.util.Arrays.copyOf(grams.bins(), grams.count());
    float[] values = new float[bins.length];
    java.util.Arrays.fill(values, (float) (1 / Math.sqrt(Math.max(1, bins.length))));
    return new Row(bins, values);
  }

  double dot(double[] weights) {
    double sum = 0;
    for (int i = 0; i < bins.length; i++) {
      sum += weights[bins[i]] * values[i];
    }
    return sum;
  }

  void addTo(double[] weights, double factor) {
    for (int i = 0; i < bins.length; i++) {
      weights[bins[i]] += factor * values[i];
    }
  }

  double squared() {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum;
  }
}
