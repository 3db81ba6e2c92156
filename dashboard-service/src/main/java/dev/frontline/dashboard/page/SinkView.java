package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where alerts go, as pages show it.
 *
 * @param good whether it works
 * @param lastDay what became of deliveries in the last 24 hours, in words
 */
public record SinkView(
    String id,
    String kind,
    String health,
    boolean good,
    String why,
    String since,
    long waiting,
    String lastDay) {

  static List<SinkView> all(JsonNode sinks) {
    List<SinkView> all = new ArrayList<>();
    for (JsonNode sink : sinks) {
      List<String> ended = new ArrayList<>();
      for (Map.Entry<String, JsonNode> one : sink.path("lastDay").properties()) {
        ended.add(one.getValue().asLong() + " " + one.getKey());
      }
      String health = sink.path("health").asText();
      all.add(
          new SinkView(
              sink.path("id").asText(),
              sink.path("kind").asText(),
              health,
              health.equals("working"),
              sink.path("why").asText(""),
              sink.path("since").asText(""),
              sink.path("waiting").asLong(),
              String.join(", ", ended)));
    }
    return all;
  }
}
