package dev.frontline.dashboard.api;

import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.mention.Match;
import java.util.Map;

/**
 * What a post says of one of the several brands that it names.
 *
 * @param labels those that hold toward it, by name
 * @param sentiment toward it: {@code neg}, {@code neu} or {@code pos}
 */
public record AboutJson(
    String name, Match.Kind kind, Map<String, LabelJson> labels, String sentiment) {

  static AboutJson of(About about) {
    return new AboutJson(
        about.name(), about.kind(), LabelJson.holding(about.labels()), about.sentiment().value());
  }
}
