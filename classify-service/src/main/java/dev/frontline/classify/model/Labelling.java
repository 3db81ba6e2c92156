package dev.frontline.classify.model;

import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Sentiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a tier's log-odds into labels with their reasons; the same for both tiers. */
final class Labelling {

  /** Labels that decide who answers: doubt about them is doubt about the post. */
  private static final Set<String> ROUTING = Set.of(Labels.COMPLAINT, Labels.LEAD, Labels.PR_RISK);

  /** Bad feeling from here on, in a language without cues, is for a person to read. */
  private static final double UNREADABLE_ANGER = 0.6;

  /** What is toxic was learned from English posts: elsewhere plain anger would be taken for it. */
  private static final float FOREIGN_TOXIC = 0.7f;

  private Labelling() {}

  /** Names the reasons of a label that holds. */
  interface Reasons {
    List<String> of(int label, Verdict verdict);
  }

  /** Each label's probability from its log-odds and what was learned; fills {@code into}. */
  static float[] probabilities(float[] odds, float[] shifts, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = Verdict.sigmoid(odds[i] + shifts[i]);
    }
    return into;
  }

  static Judgement judged(
      List<Verdict> verdicts,
      float[] probabilities,
      Sentiment sentiment,
      String language,
      String tier,
      String version,
      boolean shallow,
      Reasons reasons) {
    Map<String, LabelScore> labels = new LinkedHashMap<>();
    for (int i = 0; i < Labels.ALL.size(); i++) {
      Verdict verdict = verdicts.get(i);
      float p = probabilities[i];
      boolean holds = verdict.holds(p) && !isForeignGuess(verdict, p, language);
      List<String> why = holds ? reasons.of(i, verdict) : List.of();
      Boolean quiet = holds && verdict.isQuiet(p) ? Boolean.TRUE : null;
      labels.put(verdict.label(), new LabelScore(rounded(p), holds, why, tier, version, quiet));
    }
    boolean unsure = isUnsure(verdicts, probabilities);
    unsure |=
        !CueBook.LANGUAGES.contains(language)
            && sentiment.neg() >= UNREADABLE_ANGER
            && !language.equals("und");
    return new Judgement(language, sentiment, labels, unsure, version, tier, shallow, List.of());
  }

  /** A label that decides who answers is in its band of doubt. */
  static boolean isUnsure(List<Verdict> verdicts, float[] probabilities) {
    for (int i = 0; i < probabilities.length; i++) {
      Verdict verdict = verdicts.get(i);
      if (ROUTING.contains(verdict.label()) && verdict.isUnsure(probabilities[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForeignGuess(Verdict verdict, float p, String language) {
    return verdict.label().equals(Labels.TOXIC) && !language.equals("en") && p < FOREIGN_TOXIC;
  }

  private static double rounded(float p) {
    return Math.round(p * 10_000) / 10_000.0;
  }
}
