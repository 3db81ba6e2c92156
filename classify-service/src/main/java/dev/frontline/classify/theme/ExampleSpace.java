package dev.frontline.classify.theme;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.TokenKind;
import dev.frontline.classify.text.Tokeniser;
import dev.frontline.classify.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much a post's wording resembles each theme's examples: the cosine of its words and word pairs
 * with the sum of the examples', each weighing the less the more examples and themes have it. Words
 * are cut to their first letters, so that endings do not matter; common ones do not count.
 */
final class ExampleSpace {

  private static final int STEM = 6;
  private static final int SHORTEST = 3;
  private static final int SHORT_POST = 6;
  private static final float[] NOTHING = {};

  private final int themes;
  private final Map<String, float[]> weights = new HashMap<>();

  /**
   * @param examples by theme
   */
  ExampleSpace(List<List<String>> examples) {
    themes = examples.size();
    Tokeniser tokeniser = new Tokeniser();
    Map<String, Integer> documents = new HashMap<>();
    List<Map<String, Integer>> counts = new ArrayList<>();
    int all = 0;
    for (List<String> ofTheme : examples) {
      Map<String, Integer> count = new TreeMap<>();
      for (String example : ofTheme) {
        all++;
        for (String feature : features(tokeniser.read(example, BrandNames.NONE))) {
          count.merge(feature, 1, Integer::sum);
          documents.merge(feature, 1, Integer::sum);
        }
      }
      counts.add(count);
    }
    for (int theme = 0; theme < themes; theme++) {
      weigh(theme, counts, documents, all);
    }
  }

  private void weigh(
      int theme, List<Map<String, Integer>> counts, Map<String, Integer> documents, int all) {
    Map<String, Integer> count = counts.get(theme);
    Map<String, Double> weighed = new HashMap<>();
    double norm = 0;
    for (Map.Entry<String, Integer> feature : count.entrySet()) {
      long sharing = counts.stream().filter(c -> c.containsKey(feature.getKey())).count();
      double weight =
          (1 + Math.log(feature.getValue()))
              * Math.log(1 + (double) all / documents.getOrDefault(feature.getKey(), 1))
              / sharing;
      weighed.put(feature.getKey(), weight);
      norm += weight * weight;
    }
    for (Map.Entry<String, Double> feature : weighed.entrySet()) {
      weights.computeIfAbsent(feature.getKey(), f -> new float[themes])[theme] =
          (float) (feature.getValue() / Math.sqrt(norm));
    }
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  /** Each theme's resemblance, 0 to 1. */
  float[] resemblance(Tokens tokens) {
    float[] sum = new float[themes];
    Set<String> features = features(tokens);
    float norm = (float) Math.sqrt(Math.max(SHORT_POST, features.size()));
    for (String feature : features) {
      float[] weight = weights.getOrDefault(feature, NOTHING);
      for (int theme = 0; theme < weight.length; theme++) {
        sum[theme] += weight[theme] / norm;
      }
    }
    return sum;
  }

  /** The token whose word says most for the theme, -1 where none says anything. */
  int strongest(Tokens tokens, int theme) {
    int best = -1;
    float most = 0;
    for (int i = 0; i < tokens.count(); i++) {
      float[] weight = weights.getOrDefault(stem(tokens, i), NOTHING);
      if (weight.length > 0 && weight[theme] > most) {
        most = weight[theme];
        best = i;
      }
    }
    return best;
  }

  private static Set<String> features(Tokens tokens) {
    Set<String> features = new HashSet<>();
    String before = "";
    for (int i = 0; i < tokens.count(); i++) {
      String stem = stem(tokens, i);
      if (!stem.isEmpty()) {
        features.add(stem);
        if (!before.isEmpty()) {
          features.add(before + " " + stem);
        }
      }
      before = stem;
    }
    return features;
  }

  /** The first letters of a word that says something, else empty. */
  private static String stem(Tokens tokens, int token) {
    if (tokens.kind(token) != TokenKind.WORD && tokens.kind(token) != TokenKind.HASHTAG) {
      return "";
    }
    String word = tokens.normal(token);
    if (word.length() < SHORTEST || CommonWords.shipped().has(word)) {
      return "";
    }
    return word.substring(0, Math.min(STEM, word.length()));
  }
}
