package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query would have found, on a page.
 *
 * @param spread how it spreads over networks and languages
 * @param search what the networks' own search can add or has added
 */
public record TriedView(
    String words,
    String minutes,
    String heard,
    String spread,
    List<Shown> samples,
    AskedView search) {

  /** A post that it finds. */
  public record Shown(String network, String text) {}

  static TriedView of(JsonNode body) {
    List<String> spread = new ArrayList<>();
    for (String field : List.of("networks", "languages")) {
      body.path(field)
          .properties()
          .forEach(e -> spread.add(e.getKey() + " " + e.getValue().asText()));
    }
    return new TriedView(
        body.path("words").asText(),
        String.valueOf(Math.round(body.path("minutesPerDay").asDouble())),
        body.path("heardFound").asText() + " of " + body.path("heard").asText(),
        String.join(", ", spread),
        samples(body.path("samples")),
        AskedView.of(body.path("search")));
  }

  static List<Shown> samples(JsonNode all) {
    List<Shown> samples = new ArrayList<>();
    for (JsonNode s : all) {
      samples.add(new Shown(s.path("network").asText(), s.path("text").asText()));
    }
    return samples;
  }
}
