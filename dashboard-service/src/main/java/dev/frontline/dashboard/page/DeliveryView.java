package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the log's page shows it.
 *
 * @param ended whether it may be sent again
 * @param doubtful whether it may have arrived twice, or not at all
 */
public record DeliveryView(
    String id,
    String kind,
    String title,
    List<String> lines,
    @Nullable String link,
    String sink,
    @Nullable String recipient,
    String state,
    boolean ended,
    boolean doubtful,
    Instant at,
    int attempts,
    List<Step> log) {

  /** A line of what happened. */
  public record Step(Instant at, String by, String what) {}

  static List<DeliveryView> all(JsonNode page) {
    List<DeliveryView> all = new ArrayList<>();
    page.path("items").forEach(item -> all.add(of(item)));
    return all;
  }

  private static DeliveryView of(JsonNode d) {
    List<String> lines = new ArrayList<>();
    d.path("lines").forEach(line -> lines.add(line.asText()));
    List<Step> log = new ArrayList<>();
    for (JsonNode step : d.path("log")) {
      log.add(
          new Step(
              Instant.parse(step.path("at").asText()),
              step.path("by").asText(),
              step.path("what").asText()));
    }
    String state = d.path("state").asText();
    return new DeliveryView(
        d.path("id").asText(),
        d.path("kind").asText(),
        d.path("title").asText(),
        lines,
        d.path("link").asText(null),
        d.path("sink").asText(),
        d.path("recipient").asText(null),
        state,
        state.equals("sent") || state.equals("failed") || state.equals("unknown"),
        d.path("uncertain").asInt() > 0,
        Instant.parse(d.path("createdAt").asText()),
        d.path("attempts").asInt(),
        log);
  }
}
