package dev.frontline.classify.train;

import dev.frontline.classify.eval.ClassFigures;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.Sentiments;
import dev.frontline.contracts.classification.Sentiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The slow tier's sentiment: heads, scale, and how the cascade does on a year it never saw. */
record SlowFeelings(DualLogistic[] trained, SentimentScale scale, List<Measured> measured) {

  private static final String MEASURED = "2016test";
  private static final String SCALED = "2016devtest";
  private static final double COST = 0.25;

  /** A held-out post: both tiers' words and the truth. */
  record Measured(Sentiment quick, Sentiment deep, String truth) {}

  /**
   * @param feelings the fast tier's
   */
  static SlowFeelings train(
      Corpus corpus, Joint joint, Feelings feelings, Consumer<String> progress) {
    List<Example> english = corpus.sentiment().stream().filter(e -> e.vector().length > 0).toList();
    DualLogistic[] partial = heads(joint, english.stream().filter(e -> !isHeldBack(e)).toList());
    progress.accept("sentiment with the encoder, measured part held out");
    SentimentScale scale =
        ScaleFit.of(
            english.stream().filter(e -> e.family().equals(SCALED)).toList(),
            e -> margins(joint, partial, e));
    List<Measured> measured =
        english.stream()
            .filter(e -> e.family().equals(MEASURED))
            .map(
                e ->
                    new Measured(
                        feelings.held(e),
                        scale.of(margins(joint, partial, e)),
                        String.valueOf(e.post().sentiment())))
            .toList();
    return new SlowFeelings(heads(joint, english), scale, measured);
  }

  /**
   * How the cascade does, at least: labels' doubts bring more posts to the encoder than these.
   *
   * @param feeling asked where the fast tier's likeliest sentiment is less likely than this
   */
  Map<String, Object> figures(float feeling) {
    List<ClassFigures.Pair> slow = new ArrayList<>();
    List<ClassFigures.Pair> cascade = new ArrayList<>();
    int asked = 0;
    for (Measured post : measured) {
      boolean asks = Sentiments.surest(post.quick()) < feeling;
      asked += asks ? 1 : 0;
      slow.add(new ClassFigures.Pair(post.deep().value(), post.truth()));
      cascade.add(
          new ClassFigures.Pair(asks ? post.deep().value() : post.quick().value(), post.truth()));
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("semeval2016Cascade", ClassFigures.of(cascade));
    figures.put("semeval2016Slow", ClassFigures.of(slow));
    figures.put("semeval2016Asked", Trainer.percent((double) asked / measured.size()));
    return figures;
  }

  DualLogistic[] heads(DualLogistic toxic) {
    DualLogistic[] heads = new DualLogistic[Heads.COUNT];
    Arrays.fill(heads, toxic);
    for (int i = 0; i < Heads.SENTIMENTS.size(); i++) {
      heads[Heads.sentiment(i)] = trained[i];
    }
    return heads;
  }

  private static boolean isHeldBack(Example e) {
    return e.family().equals(MEASURED) || e.family().equals(SCALED);
  }

  private static DualLogistic[] heads(Joint joint, List<Example> examples) {
    return Heads.SENTIMENTS.stream()
        .map(s -> joint.train(examples, e -> s.equals(e.post().sentiment()) ? 1 : 0, e -> 1, COST))
        .toArray(DualLogistic[]::new);
  }

  private static float[] margins(Joint joint, DualLogistic[] heads, Example e) {
    float[] margins = new float[Heads.COUNT];
    for (int i = 0; i < heads.length; i++) {
      margins[Heads.sentiment(i)] = (float) joint.margin(heads[i], e);
    }
    return margins;
  }
}
