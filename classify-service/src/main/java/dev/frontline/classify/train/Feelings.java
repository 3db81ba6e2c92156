package dev.frontline.classify.train;

import dev.frontline.classify.eval.ClassFigures;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.contracts.classification.Sentiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The sentiment heads, how their outputs become probabilities, and how well they do.
 *
 * @param partial trained without the measured posts
 */
record Feelings(
    DualLogistic[] partial,
    DualLogistic[] trained,
    SentimentScale scale,
    SentimentScale inEnglish,
    Map<String, Object> figures) {

  private static final String MEASURED = "2016test";
  private static final String SCALED = "2016devtest";

  static Feelings train(Corpus corpus, double cost, Consumer<String> progress) {
    List<Example> all = corpus.sentiment();
    Predicate<Example> scaled = e -> e.family().equals(SCALED);
    Predicate<Example> heldBack =
        e -> e.family().equals(MEASURED) || validation(e) || scaled.test(e);
    DualLogistic[] partial = heads(all.stream().filter(heldBack.negate()).toList(), cost);
    progress.accept("sentiment, measured part held out");
    List<Example> measured = all.stream().filter(heldBack).toList();
    SentimentScale scale =
        ScaleFit.of(all.stream().filter(Feelings::validation).toList(), e -> margins(partial, e));
    SentimentScale inEnglish =
        ScaleFit.of(all.stream().filter(scaled).toList(), e -> margins(partial, e));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put(
        "semeval2016",
        figures(
            partial,
            inEnglish,
            measured.stream().filter(e -> e.family().equals(MEASURED)).toList()));
    for (String lang : corpus.languages().languages()) {
      figures.put(
          lang,
          figures(
              partial,
              lang.equals("en") ? inEnglish : scale,
              measured.stream()
                  .filter(e -> validation(e) && lang.equals(e.post().lang()))
                  .toList()));
    }
    figures.put("brandPosts", figures(partial, inEnglish, corpus.brands()));
    progress.accept("sentiment " + figures);
    return new Feelings(partial, heads(all, cost), scale, inEnglish, figures);
  }

  /** What heads say of a measured English post that were trained without it. */
  Sentiment held(Example e) {
    return inEnglish.of(margins(partial, e));
  }

  DualLogistic[] heads(DualLogistic toxic) {
    DualLogistic[] heads = new DualLogistic[Heads.COUNT];
    java.util.Arrays.fill(heads, toxic);
    for (int i = 0; i < Heads.SENTIMENTS.size(); i++) {
      heads[Heads.sentiment(i)] = trained[i];
    }
    return heads;
  }

  private static boolean validation(Example e) {
    return e.post().source().equals("umsab") && e.post().id().contains("val");
  }

  private static DualLogistic[] heads(List<Example> examples, double cost) {
    return Heads.SENTIMENTS.stream()
        .map(
            s ->
                LinearHead.train(
                    examples,
                    e -> e.post().sentiment() == null ? -1 : s.equals(e.post().sentiment()) ? 1 : 0,
                    cost))
        .toArray(DualLogistic[]::new);
  }

  private static Map<String, Object> figures(
      DualLogistic[] heads, SentimentScale scale, List<Example> examples) {
    List<ClassFigures.Pair> pairs = new ArrayList<>();
    for (Example e : examples) {
      String truth = e.post().sentiment();
      if (truth != null) {
        pairs.add(new ClassFigures.Pair(scale.of(margins(heads, e)).value(), truth));
      }
    }
    ClassFigures f = ClassFigures.of(pairs);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", f.n());
    map.put("macroRecall", f.macroRecall());
    map.put("macroF1", f.macroF1());
    return map;
  }

  static float[] margins(DualLogistic[] heads, Example e) {
    float[] margins = new float[Heads.COUNT];
    for (int i = 0; i < heads.length; i++) {
      margins[Heads.sentiment(i)] = (float) heads[i].margin(e.row());
    }
    return margins;
  }
}
