package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import java.util.Arrays;
import java.util.List;

/**
 * The fast tier's outputs for sentiments over n-grams.
 *
 * @param partial trained without the measured posts
 * @param trained on all
 */
record FeelingHeads(DualLogistic[] partial, DualLogistic[] trained) {

  static FeelingHeads train(Corpus corpus, double cost) {
    List<Example> all = corpus.sentiment();
    return new FeelingHeads(
        heads(all.stream().filter(e -> !isHeldBack(e)).toList(), cost), heads(all, cost));
  }

  /** Whether it is kept for measuring and for the scale. */
  static boolean isHeldBack(Example e) {
    return isMeasured(e) || isScaled(e) || isValidation(e);
  }

  /** A year of English posts. */
  static boolean isMeasured(Example e) {
    return e.family().equals("2016test");
  }

  /** By which the outputs of English posts become probabilities. */
  static boolean isScaled(Example e) {
    return e.family().equals("2016devtest");
  }

  /** Posts of eight languages. */
  static boolean isValidation(Example e) {
    return e.post().source().equals("umsab") && e.post().id().contains("val");
  }

  /** All outputs that are not of labels people set. */
  DualLogistic[] with(DualLogistic toxic) {
    DualLogistic[] heads = new DualLogistic[Heads.COUNT];
    Arrays.fill(heads, toxic);
    for (int i = 0; i < Heads.SENTIMENTS.size(); i++) {
      heads[Heads.sentiment(i)] = trained[i];
    }
    return heads;
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
}
