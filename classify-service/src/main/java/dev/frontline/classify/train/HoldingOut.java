package dev.frontline.classify.train;

import dev.frontline.classify.model.Attention;
import dev.frontline.classify.model.Heads;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
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

  /** How much a post does by how sure its reader was, in the slow tier; first where unknown. */
  private static final double[] BY_CONFIDENCE = {1, 0.4, 1, 1.3};

  /**
   * How much an invented post does there: the more it counts, the better are invented posts of
   * others told, and the worse are real posts of brands that were not seen.
   */
  private static final double INVENTED = 0.1;

  /** How much it does in the fast tier, which has few other examples of what it teaches. */
  private static final double FAST_INVENTED = 0.3;

  private static final int SOME_QUIET = 3;
  private static final int TOXIC = Labels.ALL.indexOf(Labels.TOXIC);

  private final Corpus corpus;
  private final DualLogistic[] fixedFast;
  private final DualLogistic[] fixedSlow;
  private final Joint joint;
  private final float[] pieces;
  private final AttentionFit tone;
  private final MarkScale scale;
  private final Consumer<String> progress;

  /**
   * @param fixedFast heads that see no other labels of brand posts: tone and sentiment
   * @param fixedSlow the same of the slow tier
   * @param pieces what the numbers of word pieces begin with, see {@link TextCnnFit}
   * @param tone attention to tone, which sees no others either
   */
  HoldingOut(
      Corpus corpus,
      DualLogistic[] fixedFast,
      DualLogistic[] fixedSlow,
      Joint joint,
      float[] pieces,
      AttentionFit tone,
      MarkScale scale,
      Consumer<String> progress) {
    this.corpus = corpus;
    this.fixedFast = fixedFast;
    this.fixedSlow = fixedSlow;
    this.joint = joint;
    this.pieces = pieces;
    this.tone = tone;
    this.scale = scale;
    this.progress = progress;
  }

  /** Every third quiet post is enough: they are much alike. */
  private Attention attention(List<Example> examples) {
    List<Example> some = new ArrayList<>();
    int quiet = 0;
    for (Example example : examples) {
      if (!Lessons.isQuiet(example) || quiet++ % SOME_QUIET == 0) {
        some.add(example);
      }
    }
    AttentionFit labels =
        AttentionFit.of(
            some,
            IntStream.range(0, Heads.LABELS).filter(i -> i != TOXIC).toArray(),
            (e, label) -> e.post().label(Labels.ALL.get(label)),
            HoldingOut::weightOfKind,
            scale);
    return AttentionFit.joined(List.of(labels, tone));
  }

  private List<Example> all() {
    return Stream.of(corpus.brands(), corpus.complaints(), corpus.read(), corpus.quiet())
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
                e -> Lessons.isInvented(e) ? FAST_INVENTED : 1,
                LABEL_COST,
                unlabelled,
                e -> thought(teacher, e));
      }
    }
    return heads;
  }

  private static double weight(Example example) {
    return weightOfKind(example) * BY_CONFIDENCE[example.post().confidence()];
  }

  private static double weightOfKind(Example example) {
    return Lessons.isQuiet(example) ? QUIET : Lessons.isInvented(example) ? INVENTED : 1;
  }

  private DualLogistic[] slow(List<Example> examples) {
    DualLogistic[] heads = fixedSlow.clone();
    for (int i = 0; i < Heads.LABELS; i++) {
      String label = Labels.ALL.get(i);
      if (!label.equals(Labels.TOXIC)) {
        ToIntFunction<Example> truth = e -> e.post().label(label);
        ToDoubleFunction<Example> weight = HoldingOut::weight;
        heads[i] =
            label.equals(Labels.PR_RISK)
                ? joint.trainWhitened(examples, truth, weight, JOINT_COST)
                : joint.train(examples, truth, weight, JOINT_COST);
      }
    }
    return heads;
  }

  /** All brand and complaint posts, judged by heads that did not see their family. */
  List<HeldOut> by(Function<Example, String> family) {
    List<Example> judged =
        Stream.concat(corpus.brands().stream(), corpus.complaints().stream()).toList();
    Map<String, Integer> folds = Families.folds(judged, family, FOLDS);
    List<Example> all = all();
    List<Example> unlabelled = corpus.unlabelled();
    List<Example> allUnlabelled = corpus.allUnlabelled();
    // Each for itself: they share nothing, and nothing hangs on their order.
    List<List<HeldOut>> held =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(
                out -> {
                  // Not even the texts of the brands held out, though their labels are unknown.
                  Predicate<Example> free = e -> folds.getOrDefault(family.apply(e), -1) != out;
                  TwoTierHeads heads =
                      heads(
                          all.stream().filter(free).toList(),
                          corpus.toned().stream().filter(free).toList(),
                          unlabelled.stream().filter(free).toList(),
                          allUnlabelled.stream().filter(free).toList());
                  progress.accept("held out " + (out + 1) + " of " + FOLDS);
                  return judged.stream()
                      .filter(e -> folds.get(family.apply(e)) == out)
                      .map(e -> held(e, out, heads, share(e)))
                      .toList();
                })
            .toList();
    return held.stream().flatMap(List::stream).toList();
  }

  private static double share(Example example) {
    return example.post().source().startsWith("complaints") ? COMPLAINT_SET / 0.3 : 1;
  }

  /** Both tiers' heads, on everything. */
  TwoTierHeads onAll() {
    return heads(all(), corpus.toned(), corpus.unlabelled(), corpus.allUnlabelled());
  }

  private TwoTierHeads heads(
      List<Example> examples,
      List<Example> toned,
      List<Example> unlabelled,
      List<Example> allUnlabelled) {
    DualLogistic[] slow = slow(examples);
    List<Example> known = Stream.concat(examples.stream(), toned.stream()).toList();
    return new TwoTierHeads(
        fast(examples, slow, unlabelled),
        TextCnnFit.of(
            Lessons.of(known, allUnlabelled, (e, label) -> thought(slow[label], e)), pieces),
        slow,
        attention(examples));
  }

  private double thought(DualLogistic teacher, Example example) {
    return 1 / (1 + Math.exp(-joint.margin(teacher, example)));
  }

  /** Posts of the toxic set that its heads were not trained on. */
  List<HeldOut> toxic(TwoTierHeads heads) {
    List<HeldOut> held = new ArrayList<>();
    for (Example example : corpus.toxic()) {
      if (!example.family().equals("train")) {
        held.add(held(example, held.size() % FOLDS, heads, 1));
      }
    }
    return held;
  }

  private HeldOut held(Example example, int fold, TwoTierHeads heads, double share) {
    float[] outputs = new float[Heads.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      outputs[h] = (float) joint.margin(heads.slow()[h], example);
    }
    heads.attention().addTo(example.plainMarks(), outputs);
    return HeldOut.of(example, fold, heads.signals(example), outputs, share);
  }
}
