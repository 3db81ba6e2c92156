package dev.frontline.classify.train;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.encoder.WordVectors;
import dev.frontline.classify.model.Gate;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.TextCnn;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Tier1Model;
import dev.frontline.classify.model.Verdict;
import dev.frontline.classify.model.WeightTable;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.text.NGrams;
import dev.frontline.contracts.classification.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trains both tiers: heads by logistic regression, then each label's verdict on the outputs of
 * heads that never saw the post's brand, so that its probability is calibrated and its threshold
 * honest. The same data give the same model.
 */
public final class Trainer {

  private static final double TOXIC_COST = 0.4;
  private static final double SLOW_TOXIC_COST = 0.25;

  /** How much a complaint without a word of anger counts as not toxic, beside a post of the set. */
  private static final double CALM = 1.5;

  /** How much a post does whose tone the project's own readers set. */
  private static final double READ = 0.3;

  /** Of the numbers of word pieces before they learn. */
  private static final double FIRST_DEVIATION = 0.5;

  private final Consumer<String> progress;

  public Trainer(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Trains on a folder of data files.
   *
   * @param version what the model will be called
   * @param kept file in which the encoder's vectors are kept for the next training
   * @throws IOException where a file is missing or broken
   */
  public Tier0Model train(Path folder, String version, Encoder encoder, Path kept)
      throws IOException {
    Vectors vectors = Vectors.open(encoder, kept, progress);
    Corpus corpus = Corpus.read(folder, vectors, progress);
    progress.accept("sentiment and tone");
    FeelingHeads feelingHeads = FeelingHeads.fast(corpus);
    List<Example> tone = corpus.toxic().stream().filter(e -> e.family().equals("train")).toList();
    Joint joint = Joint.centredOn(corpus.brands());
    DualLogistic toxic = LinearHead.train(tone, e -> e.post().label("toxic"), TOXIC_COST);
    List<Example> allTone = allTone(corpus, tone);
    DualLogistic slowToxic =
        joint.train(
            allTone,
            e -> Math.max(0, e.post().label(Labels.TOXIC)),
            Trainer::tells,
            SLOW_TOXIC_COST);
    MarkScale marks = MarkScale.of(corpus.brands());
    AttentionFit toTone =
        AttentionFit.of(
            allTone,
            new int[] {Labels.ALL.indexOf(Labels.TOXIC)},
            (e, label) -> Math.max(0, e.post().label(Labels.TOXIC)),
            Trainer::tells,
            marks);
    progress.accept("sentiment with the encoder");
    FeelingHeads slowFeelingHeads = FeelingHeads.slow(corpus, joint);
    float[] pieces =
        MainDirections.of(WordVectors.shipped(), Encoder.WIDTH, TextCnn.WIDTH, FIRST_DEVIATION);
    HoldingOut holding =
        new HoldingOut(
            corpus,
            feelingHeads.with(toxic),
            slowFeelingHeads.with(slowToxic),
            joint,
            pieces,
            toTone,
            marks,
            progress);
    progress.accept("labels, on everything");
    TwoTierHeads heads = holding.onAll();
    Verdict said = VerdictTrainer.fit(Labels.TOXIC, holding.toxic(heads));
    Feelings feelings = Feelings.measured(corpus, feelingHeads, heads.context(), progress);
    SlowFeelings slowFeelings = SlowFeelings.measured(corpus, joint, slowFeelingHeads, feelings);
    SentimentScale scale = feelings.inEnglish();
    progress.accept("labels, each brand held out in turn");
    TwoTiers byBrand = new TwoTiers(holding.by(e -> Families.brand(e.post())), scale, said);
    progress.accept("labels, brands that share events held out together");
    TwoTiers byFamily = new TwoTiers(holding.by(Example::family), scale, said);
    return assembled(
        version, corpus, feelings, slowFeelings, holding, byBrand, byFamily, heads, joint);
  }

  /**
   * The set of toxic posts has next to no complaints, and plain ones would be taken for toxic; and
   * its posts are not to brands. The slow tier's output of this label is a signal for no other.
   */
  private static List<Example> allTone(Corpus corpus, List<Example> tone) {
    Set<String> ugly =
        corpus.toned().stream()
            .filter(e -> e.post().label(Labels.TOXIC) == 1)
            .map(e -> e.post().id())
            .collect(Collectors.toSet());
    List<Example> examples = new ArrayList<>(tone);
    examples.addAll(corpus.toned());
    Stream.of(corpus.brands(), corpus.complaints())
        .flatMap(List::stream)
        .filter(e -> Lessons.isCalmComplaint(e) && !ugly.contains(e.post().id()))
        .forEach(examples::add);
    return examples;
  }

  /** How much a post tells of tone, beside one of the set. */
  private static double tells(Example example) {
    boolean read = example.post().source().equals(Post.READ_TONE);
    return read ? READ : example.post().label(Labels.TOXIC) < 0 ? CALM : 1;
  }

  private Tier0Model assembled(
      String version,
      Corpus corpus,
      Feelings feelings,
      SlowFeelings slowFeelings,
      HoldingOut holding,
      TwoTiers byBrand,
      TwoTiers byFamily,
      TwoTierHeads heads,
      Joint joint) {
    Map<String, Object> figures = new TreeMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    List<Verdict> slowVerdicts = new ArrayList<>();
    Map<String, float[]> random = new LinkedHashMap<>();
    Gate gate = byBrand.gate().gate();
    for (int i = 0; i < Heads.LABELS; i++) {
      String label = Labels.ALL.get(i);
      OutOfFold p;
      CrossFit fit;
      if (label.equals(Labels.TOXIC)) {
        p = OutOfFold.of(label, holding.toxic(heads));
        OutOfFold told = p;
        fit = new CrossFit(p, row -> gate.asksForTone(told.fast()[row]));
        figures.put(label, fit.figures(r -> true));
      } else {
        p = byBrand.probabilities(label);
        fit = byBrand.fit(label);
        random.put(label, byBrand.randomly(label));
      }
      List<HeldOut> known = p.rows().stream().filter(r -> r.knows(label)).toList();
      // The stricter of the two: what interrupts shall be right for brands like none of these, too.
      float alert =
          TwoTiers.alerts(label)
              ? Math.max(
                  Alerts.from(byBrand.randomly(label)), Alerts.from(byFamily.randomly(label)))
              : 0;
      verdicts.add(
          VerdictTrainer.fit(label, known)
              .decidedFrom(fit.fastThreshold(), 1, 0)
              .interruptingFrom(alert));
      slowVerdicts.add(
          SlowVerdict.verdict(label, p.scale(), joint.surface(heads.slow()[i]))
              .decidedFrom(fit.slowThreshold(), 1, 0)
              .interruptingFrom(alert));
    }
    figures.put("heldOutByBrand", byBrand.figures());
    figures.put("heldOutByFamily", byFamily.figures());
    Map<String, Object> sentiment = new TreeMap<>(feelings.figures());
    sentiment.putAll(slowFeelings.figures(gate, e -> told(verdicts, heads, e)));
    figures.put("sentiment", sentiment);
    figures.put("languageAccuracy", percent(corpus.languageAccuracy()));
    return new Tier0Model(
        version,
        CueBook.VERSION,
        table(heads.fast()),
        heads.context(),
        corpus.languages(),
        feelings.scale(),
        feelings.inEnglish(),
        Thresholds.withBands(verdicts, random),
        gate,
        new Tier1Model(
            joint.table(heads.slow()),
            Arrays.stream(heads.slow()).map(joint::meaning).toArray(float[][]::new),
            heads.attention(),
            slowFeelings.scale(),
            Thresholds.withBands(slowVerdicts, random)),
        figures);
  }

  private static float[] told(List<Verdict> verdicts, TwoTierHeads heads, Example example) {
    float[] signals = heads.signals(example);
    float[] told = new float[Heads.LABELS];
    for (int i = 0; i < told.length; i++) {
      told[i] = verdicts.get(i).probability(signals, example.inEnglish());
    }
    return told;
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
