package dev.frontline.classify.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole model, read-only and shared by all threads: the fast tier and, where it was trained,
 * the slow one.
 *
 * @param version stands with every label it gives
 * @param context what an English post's pieces say together
 * @param sentiment of posts in other languages than English
 * @param inEnglish of English ones
 * @param verdicts one a label, in the order of the labels
 * @param gate which posts the slow tier is asked about
 * @param tier1 null where there is none
 * @param figures what it measured when it was trained, for its card
 */
public record Tier0Model(
    String version,
    int cues,
    WeightTable weights,
    TextCnn context,
    LanguageTable languages,
    SentimentScale sentiment,
    SentimentScale inEnglish,
    List<Verdict> verdicts,
    Gate gate,
    @Nullable Tier1Model tier1,
    Map<String, Object> figures) {

  public Tier0Model {
    verdicts = List.copyOf(verdicts);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  /** The scale for a post that is English with that probability. */
  SentimentScale scale(float english) {
    return english >= 0.5f ? inEnglish : sentiment;
  }
}
