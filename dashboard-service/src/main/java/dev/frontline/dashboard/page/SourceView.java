package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.kit.company.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A source on a page.
 *
 * @param tested what connectors of its kind were tested against; empty where that says nothing
 * @param lastPost ISO time of the latest post, empty where there was none
 * @param rate posts an hour beside what is usual, in words
 */
public record SourceView(
    String id,
    String kind,
    String tested,
    String state,
    String lastPost,
    String rate,
    String quota,
    String cost,
    String error,
    String replies,
    boolean readable,
    boolean paused,
    List<String> gaps) {

  static List<SourceView> all(JsonNode body) {
    List<SourceView> all = new ArrayList<>();
    for (JsonNode s : body) {
      List<String> gaps = new ArrayList<>();
      for (JsonNode gap : s.path("gaps")) {
        gaps.add(
            gap.path("from").asText()
                + " to "
                + gap.path("to").asText()
                + ": "
                + gap.path("reason").asText());
      }
      all.add(
          new SourceView(
              s.path("id").asText(),
              s.path("kind").asText(),
              tested(s.path("kind").asText()),
              s.path("state").asText(),
              s.path("lastPostAt").isTextual() ? s.path("lastPostAt").asText() : "",
              rate(s),
              s.path("quotaLeft").isNumber() ? s.path("quotaLeft").asText() : "",
              cost(s),
              s.path("lastError").asText(s.path("warning").asText("")),
              s.path("canReply").asBoolean() ? "yes" : "on the network itself",
              s.path("readable").asBoolean(),
              s.path("paused").asBoolean(),
              gaps));
    }
    return all;
  }

  private static String tested(String kind) {
    SourceKind known = SourceKind.ALL.get(kind);
    return known == null ? "" : known.tested();
  }

  private static String cost(JsonNode s) {
    double ever = s.path("cost").asDouble();
    if (s.path("spendCap").isNumber()) {
      return String.format(
          Locale.ROOT,
          "$%.2f of $%.2f this month, $%.2f in all",
          s.path("costThisMonth").asDouble(),
          s.path("spendCap").asDouble(),
          ever);
    }
    return ever > 0 ? String.format(Locale.ROOT, "$%.2f", ever) : "";
  }

  private static String rate(JsonNode s) {
    String now = s.path("perHour").asText("0");
    return s.path("usualPerHour").isNumber()
        ? String.format(Locale.ROOT, "%s (usually %.1f)", now, s.path("usualPerHour").asDouble())
        : now;
  }
}
