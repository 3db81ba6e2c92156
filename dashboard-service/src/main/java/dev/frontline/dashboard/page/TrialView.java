package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a rule would have told.
 *
 * @param words the rule as it was understood
 * @param recorded hours or days of these that were recorded, in words
 */
public record TrialView(
    String words, int days, String recorded, int fired, List<WatchRuleView.Fired> times) {

  static TrialView of(JsonNode body) {
    int hours = body.path("recordedHours").asInt();
    return new TrialView(
        body.path("words").asText(),
        body.path("days").asInt(),
        hours < 48 ? hours + (hours == 1 ? " hour" : " hours") : hours / 24 + " days",
        body.path("fired").asInt(),
        WatchRuleView.fired(body.path("times")));
  }

  public boolean more() {
    return fired > times.size();
  }
}
