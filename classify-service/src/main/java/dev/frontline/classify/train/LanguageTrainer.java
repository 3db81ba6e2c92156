package dev.frontline.classify.train;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.LanguageTable;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.LetterGrams;
import dev.frontline.classify.text.Tokeniser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trains the language table. */
final class LanguageTrainer {

  private static final double COST = 16;
  private static final double TOLERANCE = 0.1;
  private static final int MOST_PASSES = 30;
  private static final float SHARPNESS = 1.2f;

  /** What posts about brands are written in more often, and what is mistaken for English. */
  private static final Map<String, Float> PRIOR = Map.of("en", 0.5f, "hi", -0.7f);

  private LanguageTrainer() {}

  /**
   * @param posts of all languages
   * @param more of some
   */
  static LanguageTable train(List<Post> posts, List<Post> more) {
    List<Post> told =
        Stream.concat(posts.stream(), more.stream()).filter(p -> p.lang() != null).toList();
    List<String> languages = told.stream().map(Post::lang).distinct().sorted().toList();
    Row[] rows = told.stream().map(p -> row(p.text())).toArray(Row[]::new);
    double[] cost = new double[rows.length];
    Arrays.fill(cost, COST);
    int n = languages.size();
    float[][] weights = new float[n][LetterGrams.BINS];
    float[] bias = new float[n];
    for (int language = 0; language < n; language++) {
      boolean[] truth = new boolean[rows.length];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = languages.get(language).equals(told.get(i).lang());
      }
      DualLogistic fitted =
          DualLogistic.fit(rows, truth, cost, LetterGrams.BINS, TOLERANCE, MOST_PASSES);
      for (int bin = 0; bin < LetterGrams.BINS; bin++) {
        weights[language][bin] = (float) fitted.weights()[bin];
      }
      bias[language] = (float) fitted.bias() + PRIOR.getOrDefault(languages.get(language), 0f);
    }
    return LanguageTable.of(languages, weights, bias, SHARPNESS);
  }

  private static Row row(String text) {
    LetterGrams grams = new LetterGrams();
    grams.read(text, new Tokeniser().read(text, BrandNames.NONE));
    return Row.ofLetters(grams);
  }

  /**
   * Share of posts whose language is told right, over every tenth post when trained on the rest.
   */
  static double heldOutAccuracy(List<Post> posts, List<Post> more) {
    List<Post> rest =
        IntStream.range(0, posts.size()).filter(i -> i % 10 != 0).mapToObj(posts::get).toList();
    LanguageTable table = train(rest, more);
    LetterGrams grams = new LetterGrams();
    Tokeniser tokeniser = new Tokeniser();
    float[] chances = new float[table.languages().size()];
    int right = 0;
    int all = 0;
    for (int i = 0; i < posts.size(); i += 10) {
      Post post = posts.get(i);
      grams.read(post.text(), tokeniser.read(post.text(), BrandNames.NONE));
      table.probabilities(grams, chances);
      int best = 0;
      for (int l = 1; l < chances.length; l++) {
        best = chances[l] > chances[best] ? l : best;
      }
      right += table.languages().get(best).equals(post.lang()) ? 1 : 0;
      all++;
    }
    return (double) right / all;
  }
}
