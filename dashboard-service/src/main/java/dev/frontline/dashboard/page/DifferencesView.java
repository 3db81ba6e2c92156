package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What would be decided otherwise if another version judged.
 *
 * @param taught posts that people spoke about or handled, among those gone through
 * @param recent posts heard last, among them
 */
public record DifferencesView(
    String version,
    String against,
    int taught,
    int recent,
    List<Turned> labels,
    List<Difference> items) {

  /** How many posts would gain and lose the label. */
  public record Turned(String label, int gained, int lost) {}

  /**
   * One label of one post.
   *
   * @param before percent
   * @param after percent
   */
  public record Difference(
      String key, String label, long before, long after, boolean gains, String excerpt) {}

  static DifferencesView of(JsonNode body) {
    List<Turned> labels = new ArrayList<>();
    for (Map.Entry<String, JsonNode> label : body.path("labels").properties()) {
      labels.add(
          new Turned(
              label.getKey(),
              label.getValue().path("gained").asInt(),
              label.getValue().path("lost").asInt()));
    }
    List<Difference> items = new ArrayList<>();
    for (JsonNode item : body.path("items")) {
      items.add(
          new Difference(
              item.path("key").asText(),
              item.path("label").asText(),
              percent(item.path("before")),
              percent(item.path("after")),
              item.path("after").path("holds").asBoolean(),
              item.path("excerpt").asText()));
    }
    return new DifferencesView(
        body.path("version").asText(),
        body.path("against").asText(),
        body.path("posts").path("taught").asInt(),
        body.path("posts").path("recent").asInt(),
        labels,
        items);
  }

  private static long percent(JsonNode side) {
    return Math.round(side.path("p").asDouble() * 100);
  }
}
