package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A listening query on a page. */
public record QueryView(
    String id, String kind, String name, String text, long version, boolean file, String by) {

  /** Address of samples of what it finds. */
  public String samples() {
    return "/listening/samples?of=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  static List<QueryView> all(JsonNode body) {
    List<QueryView> all = new ArrayList<>();
    for (JsonNode q : body.path("items")) {
      all.add(
          new QueryView(
              q.path("id").asText(),
              q.path("kind").asText(),
              q.path("name").asText(),
              q.path("text").asText(),
              q.path("version").asLong(),
              q.path("file").asBoolean(),
              q.path("by").asText("")));
    }
    return all;
  }
}
