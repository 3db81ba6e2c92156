package dev.frontline.classify.train;

import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Verdict;
import dev.frontline.classify.model.WeightTable;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.text.NGrams;
import dev.frontline.contracts.classification.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trains the fast model: hashed heads by logistic regression, then each label's verdict on the
 * outputs of heads that never saw the post's brand, so that its probability is calibrated and its
 * threshold honest. The same data give the same model.
 */
public final class Trainer {

  private static final int FOLDS = 8;
  private static final double LABEL_COST = 1.5;
  private static final double FEELING_COST = 0.3;
  private static final double TOXIC_COST = 0.4;

  /** How much a post of the complaint set counts beside one with all labels. */
  private static final double COMPLAINT_SET = 0.4;

  private final Consumer<String> progress;

  public Trainer(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Trains on a folder of data files.
   *
   * @param version what the model will be called
   * @throws IOException where a file is missing or broken
   */
  public Tier0Model train(Path folder, String version) throws IOException {
    Corpus corpus = Corpus.read(folder, progress);
    progress.accept("sentiment and tone");
    Feelings feelings = Feelings.train(corpus, FEELING_COST, progress);
    DualLogistic toxic =
        LinearHead.train(toxicTraining(corpus), e -> e.post().label("toxic"), TOXIC_COST);
    DualLogistic[] fixed = feelings.heads(toxic);
    progress.accept("labels, each brand held out in turn");
    List<HeldOut> held = heldOut(corpus, fixed, Example::family);
    progress.accept("urgency, each airline held out in turn");
    List<HeldOut> byBrand = heldOut(corpus, fixed, e -> e.post().group());
    progress.accept("labels, on everything");
    DualLogistic[] heads = labelHeads(corpus, all(corpus), fixed);
    Map<String, List<HeldOut>> rows = rowsByLabel(corpus, held, byBrand, heads);

    Map<String, Object> figures = new TreeMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    Map<String, float[]> random = new LinkedHashMap<>();
    for (String label : Labels.ALL) {
      Verdict verdict = VerdictTrainer.fit(label, rows.get(label));
      CrossFit fit = CrossFit.of(label, rows.get(label));
      verdicts.add(verdict.decidedFrom(fit.threshold(), 1, 0));
      figures.put(label, fit.figures());
      random.put(label, fit.randomProbabilities());
      progress.accept(label + " " + fit.figures());
    }
    List<Verdict> banded = Thresholds.withBands(verdicts, random);
    figures.put("sentiment", feelings.figures());
    figures.put("languageAccuracy", percent(corpus.languageAccuracy()));
    return new Tier0Model(
        version,
        CueBook.VERSION,
        table(heads),
        corpus.languages(),
        feelings.scale(),
        banded,
        figures);
  }

  private static List<Example> toxicTraining(Corpus corpus) {
    return corpus.toxic().stream().filter(e -> e.family().equals("train")).toList();
  }

  private static List<Example> all(Corpus corpus) {
    return Stream.of(corpus.brands(), corpus.complaints(), corpus.quiet())
        .flatMap(List::stream)
        .toList();
  }

  private static DualLogistic[] labelHeads(
      Corpus corpus, List<Example> examples, DualLogistic[] fixed) {
    DualLogistic[] heads = fixed.clone();
    for (int i = 0; i < Heads.LABELS; i++) {
      String label = Labels.ALL.get(i);
      if (!label.equals(Labels.TOXIC)) {
        heads[i] = LinearHead.train(examples, e -> e.post().label(label), LABEL_COST);
      }
    }
    return heads;
  }

  private List<HeldOut> heldOut(
      Corpus corpus, DualLogistic[] fixed, Function<Example, String> family) {
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
      DualLogistic[] heads = labelHeads(corpus, rest, fixed);
      for (Example example : judged) {
        if (folds.get(family.apply(example)) == out) {
          double share = example.post().source().startsWith("complaints") ? COMPLAINT_SET / 0.3 : 1;
          held.add(HeldOut.of(example, out, margins(heads, example), share));
        }
      }
      progress.accept("held out " + (fold + 1) + " of " + FOLDS);
    }
    return held;
  }

  /** The rows each verdict is fitted on; the toxic ones come from that set's own held-out part. */
  private static Map<String, List<HeldOut>> rowsByLabel(
      Corpus corpus, List<HeldOut> held, List<HeldOut> byBrand, DualLogistic[] heads) {
    Map<String, List<HeldOut>> rows = new LinkedHashMap<>();
    for (String label : Labels.ALL) {
      // Only the airlines have urgent posts: held out together, nothing would be left to learn
      // from.
      List<HeldOut> from = label.equals(Labels.URGENT) ? byBrand : held;
      rows.put(label, from.stream().filter(h -> h.example().post().label(label) >= 0).toList());
    }
    List<HeldOut> toxic = new ArrayList<>();
    for (Example example : corpus.toxic()) {
      if (!example.family().equals("train")) {
        toxic.add(HeldOut.of(example, toxic.size() % FOLDS, margins(heads, example), 1));
      }
    }
    rows.put(Labels.TOXIC, toxic);
    return rows;
  }

  private static double[] margins(DualLogistic[] heads, Example example) {
    double[] margins = new double[Heads.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      margins[h] = heads[h].margin(example.row());
    }
    return margins;
  }

  private static WeightTable table(DualLogistic[] heads) {
    float[][] weights = new float[Heads.COUNT][NGrams.BINS];
    float[] bias = new float[Heads.COUNT];
    for (int h = 0; h < Heads.COUNT; h++) {
      for (int b = 0; b < NGrams.BINS; b++) {
        weights[h][b] = (float) heads[h].weights()[b];
      }
      bias[h] = (float) heads[h].bias();
    }
    return WeightTable.of(weights, bias, Corpus.CHAR_SHARE);
  }

  static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }
}
