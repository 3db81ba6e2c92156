package dev.frontline.dashboard.api;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A label that holds, and why.
 *
 * @param p probability, 0 to 1
 * @param why the words that drove it, strongest first
 * @param model version of the model, or the person's id where a person said so
 * @param tier {@code 0}, {@code 1}, {@code rule} or {@code human}
 */
public record LabelJson(double p, List<String> why, String model, String tier) {

  /** The labels that hold, in the order people see them. */
  static Map<String, LabelJson> holding(Classification classification) {
    return holding(classification.labels());
  }

  static Map<String, LabelJson> holding(Map<String, LabelScore> labels) {
    Map<String, LabelJson> holding = new LinkedHashMap<>();
    for (String name : Labels.ALL) {
      LabelScore score = labels.get(name);
      if (score != null && score.decided()) {
        holding.put(name, new LabelJson(score.p(), score.why(), score.model(), score.tier()));
      }
    }
    return holding;
  }

  /** Every label that was judged. */
  static Map<String, Double> probabilities(Classification classification) {
    Map<String, Double> all = new LinkedHashMap<>();
    for (String name : Labels.ALL) {
      LabelScore score = classification.labels().get(name);
      if (score != null) {
        all.put(name, score.p());
      }
    }
    return all;
  }
}
