package dev.frontline.classify.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole fast model, read-only and shared by all threads.
 *
 * @param version stands with every label it gives
 * @param verdicts one a label, in the order of the labels
 * @param figures what it measured when it was trained, for its card
 */
public record Tier0Model(
    String version,
    int cues,
    WeightTable weights,
    LanguageTable languages,
    SentimentScale sentiment,
    List<Verdict> verdicts,
    Map<String, Object> figures) {

  public Tier0Model {
    verdicts = List.copyOf(verdicts);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }
}
