package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Trains both tiers' heads, on everything or with families of brands held out in turn. */
final class HoldingOut {

  static final int FOLDS = 8;
  private static final double LABEL_COST = 1.5;
  private static final double JOINT_COST = 0.7;

  /** How much a post of the complaint set counts beside one with all labels in the verdicts. */
  private static final double COMPLAINT_SET = 0.4;

  /** How much a post of disasters or spam counts in the slow tier. */
  private static final double QUIET = 0.3;

  private final Corpus corpus;
  private final DualLogistic[] fixedFast;
  private final DualLogistic[] fixedSlow;
  private final Joint joint;
  private final Consumer<String> progress;

  /**
   * @param fixedFast heads that never see the brand posts' labels: tone and sentiment
   * @param fixedSlow the same of the slow tier
   */
  HoldingOut(
      Corpus corpus,
      DualLogistic[] fixedFast,
      DualLogistic[] fixedSlow,
      Joint joint,
      Consumer<String> progress) {
    this.corpus = corpus;
    this.fixedFast = fixedFast;
    this.fixedSlow = fixedSlow;
    this.joint = joint;
    this.progress = progress;
  }

  /**
   * @param slow heads of the slow tier on everything: they teach
   */
  DualLogistic[] fastOnAll(DualLogistic[] slow) {
    return fast(all(), slow, corpus.unlabelled());
  }

  DualLogistic[] slowOnAll() {
    return slow(all());
  }

  private List<Example> all() {
    return Stream.of(corpus.brands(), corpus.complaints(), corpus.quiet())
        .flatMap(List::stream)
        .toList();
  }

  private DualLogistic[] fast(
      List<Example> examples, DualLogistic[] slow, List<Example> unlabelled) {
    DualLogistic[] heads = fixedFast.clone();
    for (int i = 0; i < Heads.LABELS; i++) {
      String label = Labels.ALL.get(i);
      if (!label.equals(Labels.TOXIC)) {
        DualLogistic teacher = slow[i];
        heads[i] =
            LinearHead.taught(
                examples,
                e -> e.post().label(label),
                LABEL_COST,
                unlabelled,
                e -> 1 / (1 + Math.exp(-joint.margin(teacher, e))));
      }
    }
    return heads;
  }

  private DualLogistic[] slow(List<Example> examples) {
    DualLogistic[] heads = fixedSlow.clone();
    for (int i = 0; i < Heads.LABELS; i++) {
      String label = Labels.ALL.get(i);
      if (!label.equals(Labels.TOXIC)) {
        ToIntFunction<Example> truth = e -> e.post().label(label);
        ToDoubleFunction<Example> weight = e -> isQuiet(e) ? QUIET : 1;
        heads[i] =
            label.equals(Labels.PR_RISK)
                ? joint.trainWhitened(examples, truth, weight, JOINT_COST)
                : joint.train(examples, truth, weight, JOINT_COST);
      }
    }
    return heads;
  }

  private boolean isQuiet(Example example) {
    return example.post().source().equals("sms-spam")
        || example.post().source().equals("crisislex");
  }

  /** All brand and complaint posts, judged by heads that did not see their family. */
  List<HeldOut> by(Function<Example, String> family) {
    List<Example> judged =
        Stream.concat(corpus.brands().stream(), corpus.complaints().stream()).toList();
    Map<String, Integer> folds = Families.folds(judged, family, FOLDS);
    List<HeldOut> held = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      List<Example> rest =
          Stream.concat(
                  judged.stream().filter(e -> folds.get(family.apply(e)) != out),
                  corpus.quiet().stream())
              .toList();
      DualLogistic[] slow = slow(rest);
      // Not even the texts of the brands held out, though nothing is known of their labels.
      DualLogistic[] fast =
          fast(
              rest,
              slow,
              corpus.unlabelled().stream()
                  .filter(e -> folds.getOrDefault(family.apply(e), -1) != out)
                  .toList());
      for (Example example : judged) {
        if (folds.get(family.apply(example)) == out) {
          double share = example.post().source().startsWith("complaints") ? COMPLAINT_SET / 0.3 : 1;
          held.add(held(example, out, fast, slow, share));
        }
      }
      progress.accept("held out " + (fold + 1) + " of " + FOLDS);
    }
    return held;
  }

  /** Posts of the toxic set that its heads were not trained on. */
  List<HeldOut> toxic(DualLogistic[] fast, DualLogistic[] slow) {
    List<HeldOut> held = new ArrayList<>();
    for (Example example : corpus.toxic()) {
      if (!example.family().equals("train")) {
        held.add(held(example, held.size() % FOLDS, fast, slow, 1));
      }
    }
    return held;
  }

  private HeldOut held(
      Example example, int fold, DualLogistic[] fast, DualLogistic[] slow, double share) {
    double[] margins = new double[Heads.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      margins[h] = fast[h].margin(example.row());
    }
    float[] outputs = new float[Heads.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      outputs[h] = (float) joint.margin(slow[h], example);
    }
    return HeldOut.of(example, fold, margins, outputs, share);
  }
}
