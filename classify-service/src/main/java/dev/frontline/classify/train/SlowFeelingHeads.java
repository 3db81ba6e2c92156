package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import java.util.Arrays;
import java.util.List;

/**
 * The slow tier's outputs for sentiments.
 *
 * @param partial trained without the measured posts
 * @param trained on all
 */
record SlowFeelingHeads(DualLogistic[] partial, DualLogistic[] trained) {

  private static final double COST = 0.25;

  static SlowFeelingHeads train(Corpus corpus, Joint joint) {
    List<Example> english = corpus.encodedFeelings();
    return new SlowFeelingHeads(
        heads(joint, english.stream().filter(e -> !FeelingHeads.isHeldBack(e)).toList()),
        heads(joint, english));
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

  private static DualLogistic[] heads(Joint joint, List<Example> examples) {
    return Heads.SENTIMENTS.stream()
        .map(s -> joint.train(examples, e -> s.equals(e.post().sentiment()) ? 1 : 0, e -> 1, COST))
        .toArray(DualLogistic[]::new);
  }
}
