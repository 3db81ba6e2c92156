package dev.frontline.classify.train;

import dev.frontline.classify.eval.ClassFigures;
import dev.frontline.classify.model.Gate;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.Sentiments;
import dev.frontline.classify.model.Signals;
import dev.frontline.contracts.classification.Sentiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How the slow tier's outputs for sentiments become probabilities, and how the cascade does on a
 * year that it never saw.
 *
 * @param scale of the outputs
 * @param measured posts of that year, both tiers' words and the truth
 */
record SlowFeelings(SentimentScale scale, List<Measured> measured) {

  /** A held-out post: both tiers' words and the truth. */
  record Measured(Example post, Sentiment quick, Sentiment deep, String truth) {}

  /**
   * @param feelings the fast tier's
   */
  static SlowFeelings measured(Corpus corpus, Joint joint, FeelingHeads heads, Feelings feelings) {
    List<Example> english = corpus.encodedFeelings();
    SentimentScale scale =
        ScaleFit.of(
            english.stream().filter(FeelingHeads::isScaled).toList(),
            e -> margins(joint, heads, feelings, e));
    List<Measured> measured =
        english.stream()
            .filter(FeelingHeads::isMeasured)
            .map(
                e ->
                    new Measured(
                        e,
                        feelings.held(e),
                        scale.of(margins(joint, heads, feelings, e)),
                        String.valueOf(e.post().sentiment())))
            .toList();
    return new SlowFeelings(scale, measured);
  }

  /**
   * How the cascade does.
   *
   * @param told the labels' probabilities by the fast tier, which knows this year's posts by what
   *     the slow tier makes of their labels; of their sentiment neither tier here knows anything
   */
  Map<String, Object> figures(Gate gate, Function<Example, float[]> told) {
    List<ClassFigures.Pair> slow = new ArrayList<>();
    List<ClassFigures.Pair> cascade = new ArrayList<>();
    int asked = 0;
    for (Measured post : measured) {
      boolean asks =
          gate.asks(
              told.apply(post.post()), Sentiments.surest(post.quick()), post.post().inEnglish());
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

  private static float[] margins(Joint joint, FeelingHeads heads, Feelings feelings, Example e) {
    float[] signals = new float[Signals.COUNT];
    for (int i = 0; i < heads.partial().length; i++) {
      signals[Heads.sentiment(i)] = (float) joint.margin(heads.partial()[i], e);
    }
    e.readTogether(feelings.context(), signals);
    return Signals.slowFeelings(signals, signals);
  }
}
