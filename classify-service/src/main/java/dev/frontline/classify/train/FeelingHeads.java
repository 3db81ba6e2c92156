package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * A tier's outputs for sentiments.
 *
 * @param partial trained without the measured posts
 * @param trained on all
 */
record FeelingHeads(DualLogistic[] partial, DualLogistic[] trained) {

  private static final double FAST_COST = 0.3;
  private static final double SLOW_COST = 0.25;

  /** The fast tier's, over n-grams of posts in all languages. */
  static FeelingHeads fast(Corpus corpus) {
    return of(corpus.sentiment(), (posts, is) -> LinearHead.train(posts, is, FAST_COST));
  }

  /** The slow tier's, of English posts. */
  static FeelingHeads slow(Corpus corpus, Joint joint) {
    return of(corpus.encodedFeelings(), (posts, is) -> joint.train(posts, is, e -> 1, SLOW_COST));
  }

  private static FeelingHeads of(
      List<Example> all, BiFunction<List<Example>, ToIntFunction<Example>, DualLogistic> fit) {
    List<Example> some = all.stream().filter(e -> !isHeldBack(e)).toList();
    return new FeelingHeads(heads(some, fit), heads(all, fit));
  }

  private static DualLogistic[] heads(
      List<Example> posts, BiFunction<List<Example>, ToIntFunction<Example>, DualLogistic> fit) {
    return Heads.SENTIMENTS.stream()
        .map(s -> fit.apply(posts, e -> is(s, e)))
        .toArray(DualLogistic[]::new);
  }

  private static int is(String sentiment, Example e) {
    return e.post().sentiment() == null ? -1 : sentiment.equals(e.post().sentiment()) ? 1 : 0;
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
}
