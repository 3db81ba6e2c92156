package dev.frontline.classify.model;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Sentiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges posts with the fast model, in the calling thread. One instance a thread. */
public final class Tier0 {

  /** The name of this tier in a label's score. */
  public static final String TIER = "0";

  /** Labels that decide who answers: doubt about them is doubt about the post. */
  private static final Set<String> ROUTING = Set.of(Labels.COMPLAINT, Labels.LEAD, Labels.PR_RISK);

  /** Bad feeling from here on, in a language without cues, is for a person to read. */
  private static final double UNREADABLE_ANGER = 0.6;

  private final Tier0Model model;
  private final PostReader reader;
  private final int[] sums = new int[Heads.COUNT];
  private final float[] margins = new float[Heads.COUNT];
  private final float[] signals = new float[Signals.COUNT];

  public Tier0(Tier0Model model, CueBook book) {
    this.model = model;
    this.reader = new PostReader(book, model.languages());
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
    reader.read(text, names, told);
    model.weights().margins(reader.grams(), sums, margins);
    System.arraycopy(margins, 0, signals, 0, Heads.COUNT);
    System.arraycopy(reader.surface(), 0, signals, Heads.COUNT, reader.surface().length);
    Sentiment sentiment = model.sentiment().of(margins);
    Map<String, LabelScore> labels = new LinkedHashMap<>();
    boolean unsure = false;
    for (int i = 0; i < Labels.ALL.size(); i++) {
      Verdict verdict = model.verdicts().get(i);
      float p = verdict.probability(signals, reader.inEnglish());
      boolean holds = verdict.holds(p);
      List<String> why = holds ? explain(text, i, verdict) : List.of();
      labels.put(verdict.label(), new LabelScore(rounded(p), holds, why, TIER, model.version()));
      unsure |= ROUTING.contains(verdict.label()) && verdict.isUnsure(p);
    }
    unsure |=
        !CueBook.LANGUAGES.contains(reader.language())
            && sentiment.neg() >= UNREADABLE_ANGER
            && !reader.language().equals("und");
    return new Judgement(reader.language(), sentiment, labels, unsure);
  }

  /** The signals of the post judged last. */
  float[] signals() {
    return signals;
  }

  private List<String> explain(String text, int label, Verdict verdict) {
    return Explanation.of(text, reader, model.weights(), label, verdict, signals);
  }

  private static double rounded(float p) {
    return Math.round(p * 10_000) / 10_000.0;
  }
}
