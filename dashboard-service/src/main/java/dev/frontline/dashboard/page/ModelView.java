package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version as the page shows it.
 *
 * @param at when it was learned, null for the shipped one
 * @param by who asked, null where the schedule did
 * @param from what it was learned from, in words
 * @param leftOut id of the person without whose words it was learned
 */
public record ModelView(
    String version,
    String state,
    boolean activatable,
    @Nullable Instant at,
    @Nullable String by,
    String against,
    String from,
    @Nullable String leftOut,
    List<LabelRow> labels,
    List<String> reasons) {

  /** A label's figures: what people say of held-out posts, and the invented ones. */
  public record LabelRow(String label, int posts, Figure right, Figure f1, Figure invented) {}

  /**
   * A figure before and after.
   *
   * @param text such as {@code 61.2 → 70.5}; a dash where nothing was measured
   * @param interval of the difference, such as {@code +2.1 to +16.0}; empty where nothing changed
   * @param turn {@code better}, {@code worse} or {@code same}, beyond noise
   */
  public record Figure(String text, String interval, String turn) {

    static final Figure NONE = new Figure("\u2013", "", "same");

    static Figure of(JsonNode change) {
      if (!change.isObject()) {
        return NONE;
      }
      double low = change.path("low").asDouble();
      double high = change.path("high").asDouble();
      double before = change.path("before").asDouble();
      double after = change.path("after").asDouble();
      if (before == after && low == 0 && high == 0) {
        return new Figure(number("%.1f", after), "", "same");
      }
      return new Figure(
          number("%.1f", before) + " \u2192 " + number("%.1f", after),
          number("%+.1f", low) + " to " + number("%+.1f", high),
          low > 0 ? "better" : high < 0 ? "worse" : "same");
    }

    private static String number(String format, double value) {
      return String.format(Locale.ENGLISH, format, value).replace('-', '\u2212');
    }
  }

  /** Whether it judges now. */
  public boolean judges() {
    return state.equals("active");
  }

  /** Whether it ships with the build. */
  public boolean shipped() {
    return at == null;
  }

  /** Its state in words. */
  public String stateText() {
    return switch (state) {
      case "active" -> "judges now";
      case "refused" -> "refused";
      case "shipped" -> "as shipped";
      default -> "kept";
    };
  }

  static List<ModelView> all(JsonNode body) {
    List<ModelView> all = new ArrayList<>();
    body.path("items").forEach(item -> all.add(of(item)));
    return all;
  }

  static ModelView of(JsonNode item) {
    String at = item.path("trainedAt").asText("");
    String by = item.path("by").asText("");
    List<String> reasons = new ArrayList<>();
    item.path("reasons").forEach(reason -> reasons.add(reason.asText()));
    return new ModelView(
        item.path("version").asText(),
        item.path("state").asText(),
        item.path("activatable").asBoolean(),
        at.isEmpty() ? null : Instant.parse(at),
        by.isEmpty() || by.equals("schedule") ? null : by,
        item.path("against").asText(""),
        from(item.path("learned")),
        item.path("leftOut").asText(null),
        labels(item.path("labels")),
        reasons);
  }

  private static String from(JsonNode learned) {
    if (!learned.isObject()) {
      return "";
    }
    int left = learned.path("leftStanding").asInt();
    return counted(learned.path("words").asInt(), "word", "words")
        + " of "
        + counted(learned.path("people").asInt(), "person", "people")
        + " on "
        + counted(learned.path("posts").asInt(), "post", "posts")
        + (left == 0 ? "" : ", " + counted(left, "label", "labels") + " left standing")
        + "; measured on "
        + counted(learned.path("heldOut").asInt(), "post", "posts")
        + " held out";
  }

  private static String counted(int count, String one, String many) {
    return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : many);
  }

  /** Only labels about which there is something to say. */
  private static List<LabelRow> labels(JsonNode labels) {
    List<LabelRow> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      JsonNode heldOut = label.getValue().path("heldOut");
      int posts = heldOut.path("posts").asInt();
      Figure invented = Figure.of(label.getValue().path("invented").path("f1"));
      if (posts > 0 || !invented.interval().isEmpty()) {
        rows.add(
            new LabelRow(
                label.getKey(),
                posts,
                posts == 0 ? Figure.NONE : Figure.of(heldOut.path("right")),
                Figure.of(heldOut.path("f1")),
                invented));
      }
    }
    return rows;
  }
}
