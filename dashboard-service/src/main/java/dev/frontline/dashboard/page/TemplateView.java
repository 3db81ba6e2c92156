package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A playbook or the wording of a kind of alert, as its form shows it.
 *
 * @param first the statement of a playbook, the title of an alert
 * @param lines steps or lines, one below the other
 * @param origin {@code edited}, {@code file} or {@code shipped}
 * @param exampleTitle how an invented alert reads; empty for a playbook
 */
public record TemplateView(
    String kind,
    long version,
    String first,
    String lines,
    int size,
    String origin,
    String by,
    String exampleTitle,
    List<String> exampleLines) {

  static List<TemplateView> playbooks(JsonNode body) {
    List<TemplateView> all = new ArrayList<>();
    body.path("items")
        .forEach(
            p ->
                all.add(
                    new TemplateView(
                        p.path("kind").asText(),
                        p.path("version").asLong(),
                        p.path("statement").asText(""),
                        joined(p.path("steps")),
                        p.path("steps").size(),
                        p.path("origin").asText(),
                        p.path("by").asText(""),
                        "",
                        List.of())));
    return all;
  }

  static List<TemplateView> alerts(JsonNode body) {
    List<TemplateView> all = new ArrayList<>();
    body.path("items")
        .forEach(
            t ->
                all.add(
                    new TemplateView(
                        t.path("kind").asText(),
                        t.path("version").asLong(),
                        t.path("title").asText(),
                        joined(t.path("lines")),
                        t.path("lines").size(),
                        t.path("shipped").asBoolean() ? "shipped" : "edited",
                        t.path("by").asText(""),
                        t.path("example").path("title").asText(),
                        texts(t.path("example").path("lines")))));
    return all;
  }

  public String shownKind() {
    return kind.equals("any") ? "anything else" : kind.replace('-', ' ');
  }

  public boolean edited() {
    return origin.equals("edited");
  }

  private static String joined(JsonNode list) {
    return String.join("\n", texts(list));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(t -> texts.add(t.asText()));
    return texts;
  }
}
