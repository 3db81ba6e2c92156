package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A watch rule as the page shows it.
 *
 * @param id empty for a new one
 * @param brand empty for each
 * @param department empty for none
 * @param from begin of quiet hours; empty for none
 */
public record WatchRuleView(
    String id,
    long version,
    String name,
    String when,
    String brand,
    String department,
    List<String> people,
    String from,
    String to,
    String coolDown,
    boolean file,
    String by,
    boolean may,
    List<Fired> fired) {

  /** What can be chosen, as ISO-8601 and in words. */
  private static final List<Frame.Choice> COOL_DOWNS =
      List.of(
          new Frame.Choice("PT15M", "15 minutes"),
          new Frame.Choice("PT1H", "an hour"),
          new Frame.Choice("PT6H", "six hours"),
          new Frame.Choice("PT24H", "a day"),
          new Frame.Choice("PT168H", "a week"));

  /** Once that it was told. */
  public record Fired(Instant at, String brand, String what, String link) {}

  /** A form that nobody has filled in. */
  static WatchRuleView fresh(String user) {
    return new WatchRuleView(
        "", 0, "", "", "", "", List.of(user), "", "", "PT1H", false, "", true, List.of());
  }

  static List<WatchRuleView> all(JsonNode body) {
    List<WatchRuleView> rules = new ArrayList<>();
    body.path("items").forEach(rule -> rules.add(of(rule)));
    return rules;
  }

  private static WatchRuleView of(JsonNode r) {
    return new WatchRuleView(
        r.path("id").asText(),
        r.path("version").asLong(),
        r.path("name").asText(),
        r.path("when").asText(),
        r.path("brand").asText(""),
        r.path("department").asText(""),
        texts(r.path("people")),
        r.path("quiet").path("from").asText(""),
        r.path("quiet").path("to").asText(""),
        r.path("coolDown").asText("PT1H"),
        r.path("file").asBoolean(),
        r.path("by").asText(""),
        r.path("may").asBoolean(),
        fired(r.path("fired")));
  }

  static List<Fired> fired(JsonNode times) {
    List<Fired> fired = new ArrayList<>();
    times.forEach(
        f ->
            Optional.ofNullable(Json.MAPPER.convertValue(f.path("at"), Instant.class))
                .ifPresent(
                    at ->
                        fired.add(
                            new Fired(
                                at,
                                f.path("brand").asText(),
                                f.path("what").asText(),
                                f.path("link").asText("")))));
    return fired;
  }

  /** What can be chosen as cool-down, one of another length that stands among it. */
  public List<Frame.Choice> coolDowns() {
    if (COOL_DOWNS.stream().anyMatch(c -> c.value().equals(coolDown))) {
      return COOL_DOWNS;
    }
    List<Frame.Choice> all = new ArrayList<>(COOL_DOWNS);
    all.add(new Frame.Choice(coolDown, coolDown));
    return all;
  }

  public String silence() {
    return coolDowns().stream()
        .filter(c -> c.value().equals(coolDown))
        .map(Frame.Choice::text)
        .findFirst()
        .orElse(coolDown);
  }

  public List<Fired> latest() {
    return fired.subList(0, Math.min(5, fired.size()));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(t -> texts.add(t.asText()));
    return texts;
  }
}
