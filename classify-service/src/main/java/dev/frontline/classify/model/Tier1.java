package dev.frontline.classify.model;

import dev.frontline.classify.encoder.Reading;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.Sentiment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges English posts by their words and what the encoder reads together, in the calling thread.
 * One instance a thread.
 */
public final class Tier1 {

  /** The name of this tier in a label's score. */
  public static final String TIER = "1";

  /** Said first where the vector weighed more than the words did. */
  static final String WHOLE = "(the post as a whole)";

  private final Tier0Model model;
  private final Tier1Model tier1;
  private final PostReader reader;
  private final TextCnn.Reader context;
  private final int[] sums = new int[Heads.COUNT];
  private final float[] margins = new float[Heads.COUNT];
  private final float[] signals = new float[Signals.COUNT];
  private final float[] meant = new float[Heads.COUNT];
  private final float[] shifts = new float[Heads.LABELS];
  private final float[] odds = new float[Heads.LABELS];
  private final float[] probabilities = new float[Heads.LABELS];

  /**
   * @throws IllegalArgumentException where the model has no slow tier
   */
  public Tier1(Tier0Model model, CueBook book) {
    Tier1Model slow = model.tier1();
    if (slow == null) {
      throw new IllegalArgumentException("model " + model.version() + " has one tier only");
    }
    this.model = model;
    this.tier1 = slow;
    this.reader = new PostReader(book, model.languages());
    this.context = model.context().reader();
  }

  /**
   * Judges one post.
   *
   * @param names of the brand the post is about
   * @param told the language that the network tells, null where it does not
   * @param reading the encoder's
   */
  public Judgement judge(
      String text,
      BrandNames names,
      @Nullable String told,
      Adaptation adaptation,
      Reading reading) {
    read(text, names, told, reading);
    adaptation.shifts(reader.grams(), model.weights().charShare(), shifts);
    Sentiment sentiment = tier1.sentiment().of(Signals.slowFeelings(margins, signals));
    return Labelling.judged(
        tier1.verdicts(),
        Labelling.probabilities(odds, shifts, probabilities),
        sentiment,
        reader.language(),
        TIER,
        adaptation.name(model.version()),
        false,
        (label, verdict) -> explain(text, label, verdict, adaptation));
  }

  /**
   * What is to be learned from a post where this tier judges.
   *
   * @param first the fast tier's, whose n-grams an adaptation weighs in both
   */
  Prior prior(String text, BrandNames names, @Nullable String told, Reading reading, Prior first) {
    read(text, names, told, reading);
    float[] thresholds = new float[Heads.LABELS];
    for (int i = 0; i < Heads.LABELS; i++) {
      thresholds[i] = tier1.verdicts().get(i).threshold();
    }
    return new Prior(odds.clone(), thresholds, first.bins(), first.values());
  }

  /** Fills the outputs and each label's log-odds. */
  private void read(String text, BrandNames names, @Nullable String told, Reading reading) {
    reader.read(text, names, told);
    tier1.weights().margins(reader.grams(), sums, margins);
    System.arraycopy(margins, 0, signals, 0, Heads.COUNT);
    System.arraycopy(reader.surface(), 0, signals, Heads.COUNT, reader.surface().length);
    context.read(reader.pieces(), signals);
    for (int head = 0; head < Heads.COUNT; head++) {
      meant[head] = tier1.spoken(head, reading.vector());
    }
    tier1.attention().addTo(reading.marks(), meant);
    for (int head = 0; head < Heads.COUNT; head++) {
      margins[head] += meant[head];
    }
    for (int i = 0; i < Heads.LABELS; i++) {
      Verdict verdict = tier1.verdicts().get(i);
      odds[i] = verdict.odds(signals, 1) + verdict.weight(i, 1) * meant[i];
    }
  }

  private List<String> explain(String text, int label, Verdict verdict, Adaptation adaptation) {
    List<String> pieces =
        Explanation.of(
            text, reader, tier1.weights(), model.context(), label, verdict, signals, adaptation);
    float byMeaning = verdict.weight(label, 1) * meant[label];
    if (byMeaning <= odds[label] - byMeaning) {
      return pieces;
    }
    List<String> all = new ArrayList<>(pieces);
    all.add(pieces.get(0).startsWith("(") ? 0 : pieces.size(), WHOLE);
    return all;
  }
}
