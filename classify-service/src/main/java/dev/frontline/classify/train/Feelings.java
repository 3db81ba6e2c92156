package dev.frontline.classify.train;

import dev.frontline.classify.eval.ClassFigures;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.Signals;
import dev.frontline.classify.model.TextCnn;
import dev.frontline.contracts.classification.Sentiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How the fast tier's outputs for sentiments become probabilities, and how well they do.
 *
 * @param heads over n-grams
 * @param context which never saw the sentiment of a measured post
 */
record Feelings(
    FeelingHeads heads,
    TextCnn context,
    SentimentScale scale,
    SentimentScale inEnglish,
    Map<String, Object> figures) {

  static Feelings measured(
      Corpus corpus, FeelingHeads heads, TextCnn context, Consumer<String> progress) {
    List<Example> all = corpus.sentiment();
    SentimentScale scale =
        ScaleFit.of(
            all.stream().filter(e -> FeelingHeads.isValidation(e) && !isEnglish(e)).toList(),
            e -> margins(heads, context, e));
    SentimentScale inEnglish =
        ScaleFit.of(
            all.stream().filter(FeelingHeads::isScaled).toList(), e -> margins(heads, context, e));
    Map<String, Object> figures = new LinkedHashMap<>();
    Feelings feelings = new Feelings(heads, context, scale, inEnglish, figures);
    feelings.measure("semeval2016", all, FeelingHeads::isMeasured);
    for (String lang : corpus.languages().languages()) {
      feelings.measure(
          lang, all, e -> FeelingHeads.isValidation(e) && lang.equals(e.post().lang()));
    }
    feelings.measure("brandPosts", corpus.brands(), e -> true);
    progress.accept("sentiment " + figures);
    return feelings;
  }

  /** What is said of a measured post by heads that were trained without it. */
  Sentiment held(Example e) {
    return (isEnglish(e) ? inEnglish : scale).of(margins(heads, context, e));
  }

  /** As the service tells it when it judges. */
  private static boolean isEnglish(Example e) {
    return e.inEnglish() >= 0.5f;
  }

  private void measure(String name, List<Example> examples, Predicate<Example> of) {
    List<ClassFigures.Pair> pairs = new ArrayList<>();
    for (Example e : examples) {
      String truth = e.post().sentiment();
      if (truth != null && of.test(e)) {
        pairs.add(new ClassFigures.Pair(held(e).value(), truth));
      }
    }
    ClassFigures f = ClassFigures.of(pairs);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", f.n());
    map.put("macroRecall", f.macroRecall());
    map.put("macroF1", f.macroF1());
    figures.put(name, map);
  }

  private static float[] margins(FeelingHeads heads, TextCnn context, Example e) {
    float[] signals = new float[Signals.COUNT];
    for (int i = 0; i < heads.partial().length; i++) {
      signals[Heads.sentiment(i)] = (float) heads.partial()[i].margin(e.row());
    }
    e.readTogether(context, signals);
    return Signals.feelings(signals, e.inEnglish());
  }
}
