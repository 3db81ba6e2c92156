package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signal's bar, as the page explains it.
 *
 * @param moved how it stands to the bar as shipped, in words
 * @param place where it lies between the lowest and the highest, in percent
 */
public record BarView(
    String signal,
    String moved,
    int place,
    int falseAlarms,
    int right,
    int missed,
    List<Step> steps) {

  /** What one verdict did. */
  public record Step(Instant at, String id, String title, String why, String factor) {}

  /**
   * The bars of a brand.
   *
   * @param resetAt null for never
   */
  public record Brand(String name, List<BarView> bars, @Nullable Instant resetAt, String resetBy) {}

  static List<Brand> all(JsonNode body) {
    List<Brand> brands = new ArrayList<>();
    double lowest = body.path("lowest").asDouble(0.85);
    double highest = body.path("highest").asDouble(1.5);
    for (JsonNode brand : body.path("items")) {
      List<BarView> bars = new ArrayList<>();
      brand.path("bars").forEach(b -> bars.add(of(b, lowest, highest)));
      brands.add(
          new Brand(
              brand.path("brand").asText(),
              bars,
              brand.hasNonNull("resetAt")
                  ? Json.MAPPER.convertValue(brand.path("resetAt"), Instant.class)
                  : null,
              brand.path("resetBy").asText("")));
    }
    return brands;
  }

  private static BarView of(JsonNode b, double lowest, double highest) {
    double factor = b.path("factor").asDouble(1);
    List<Step> steps = new ArrayList<>();
    b.path("steps")
        .forEach(
            s ->
                steps.add(
                    new Step(
                        Json.MAPPER.convertValue(s.path("at"), Instant.class),
                        s.path("incidentId").asText(),
                        s.path("title").asText(),
                        s.path("why").asText(),
                        inWords(s.path("factor").asDouble(1)))));
    return new BarView(
        named(b.path("signal").asText()),
        inWords(factor),
        (int) Math.round(100 * (factor - lowest) / (highest - lowest)),
        b.path("falseAlarms").asInt(),
        b.path("right").asInt(),
        b.path("missed").asInt(),
        steps);
  }

  private static String inWords(double factor) {
    long percent = Math.round(100 * factor - 100);
    if (percent == 0) {
      return "as shipped";
    }
    return percent > 0
        ? percent + " % higher: it takes more to ring"
        : -percent + " % lower: it takes less to ring";
  }

  static String named(String signal) {
    return switch (signal) {
      case "all" -> "all posts";
      case "complaint" -> "complaints";
      case "pr_risk" -> "risks to the name";
      case "negative" -> "posts against the brand";
      case "negative-share" -> "share of posts against the brand";
      case "reach" -> "reach of unhappy posts";
      case "story" -> "people who tell one story";
      default ->
          signal.startsWith("risk:")
              ? "risk: " + signal.substring(5)
              : signal.startsWith("theme:") ? "theme: " + signal.substring(6) : signal;
    };
  }
}
