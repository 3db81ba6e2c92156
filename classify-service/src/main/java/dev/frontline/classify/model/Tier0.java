package dev.frontline.classify.model;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.text.NGrams;
import dev.frontline.contracts.classification.Sentiment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges posts with the fast model, in the calling thread. One instance a thread. */
public final class Tier0 {

  /** The name of this tier in a label's score. */
  public static final String TIER = "0";

  private final Tier0Model model;
  private final PostReader reader;
  private final TextCnn.Reader context;
  private final int[] sums = new int[Heads.COUNT];
  private final float[] margins = new float[Heads.COUNT];
  private final float[] signals = new float[Signals.COUNT];
  private final float[] shifts = new float[Heads.LABELS];
  private final float[] odds = new float[Heads.LABELS];
  private final float[] probabilities = new float[Heads.LABELS];

  public Tier0(Tier0Model model, CueBook book) {
    this.model = model;
    this.reader = new PostReader(book, model.languages());
    this.context = model.context().reader();
  }

  public String version() {
    return model.version();
  }

  /**
   * Judges one post.
   *
   * @param names of the brand the post is about
   * @param told the language that the network tells, null where it does not
   */
  public Judgement judge(String text, BrandNames names, @Nullable String told) {
    return judge(text, names, told, Adaptation.NONE);
  }

  /** The same with what was learned from people. */
  public Judgement judge(
      String text, BrandNames names, @Nullable String told, Adaptation adaptation) {
    read(text, names, told);
    adaptation.shifts(reader.grams(), model.weights().charShare(), shifts);
    for (int i = 0; i < Heads.LABELS; i++) {
      odds[i] = model.verdicts().get(i).odds(signals, reader.inEnglish());
    }
    Labelling.probabilities(odds, shifts, probabilities);
    Sentiment sentiment =
        model.scale(reader.inEnglish()).of(Signals.feelings(signals, reader.inEnglish()));
    return Labelling.judged(
        model.verdicts(),
        probabilities,
        sentiment,
        reader.language(),
        TIER,
        adaptation.name(model.version()),
        model.tier1() != null && isWorthAsking(sentiment),
        (label, verdict) -> explain(text, label, verdict, adaptation));
  }

  /** No post goes to a person as unsure before the slow tier was asked, where it can read it. */
  private boolean isWorthAsking(Sentiment sentiment) {
    Gate gate = model.gate();
    return gate.asks(probabilities, Sentiments.surest(sentiment), reader.inEnglish())
        || reader.inEnglish() >= gate.english()
            && Labelling.isUnsure(model.verdicts(), probabilities);
  }

  /** What is to be learned from a post, and from where: the verdicts without any adaptation. */
  public Prior prior(String text, BrandNames names, @Nullable String told) {
    read(text, names, told);
    float[] odds = new float[Heads.LABELS];
    float[] thresholds = new float[Heads.LABELS];
    for (int i = 0; i < Heads.LABELS; i++) {
      odds[i] = model.verdicts().get(i).odds(signals, reader.inEnglish());
      thresholds[i] = model.verdicts().get(i).threshold();
    }
    NGrams grams = reader.grams();
    int words = grams.wordCount();
    int[] bins = Arrays.copyOf(grams.words(), words + grams.charCount());
    System.arraycopy(grams.chars(), 0, bins, words, grams.charCount());
    float[] values = new float[bins.length];
    Arrays.fill(values, 0, words, WeightTable.block(grams.words(), words));
    Arrays.fill(
        values,
        words,
        values.length,
        WeightTable.block(grams.chars(), grams.charCount()) * model.weights().charShare());
    return new Prior(odds, thresholds, bins, values);
  }

  private void read(String text, BrandNames names, @Nullable String told) {
    reader.read(text, names, told);
    model.weights().margins(reader.grams(), sums, margins);
    System.arraycopy(margins, 0, signals, 0, Heads.COUNT);
    System.arraycopy(reader.surface(), 0, signals, Heads.COUNT, reader.surface().length);
    context.read(reader.pieces(), signals);
  }

  /** The signals of the post judged last. */
  float[] signals() {
    return signals;
  }

  private List<String> explain(String text, int label, Verdict verdict, Adaptation adaptation) {
    return Explanation.of(
        text, reader, model.weights(), model.context(), label, verdict, signals, adaptation);
  }
}
