package dev.frontline.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads a person from a network's name to a connected account. */
final class Guide {

  /** What networks know to show the code instead of sending the browser somewhere. */
  static final String SHOWN = "out-of-band";

  private final AccountsDoor door;
  private final Terminal terminal;

  Guide(AccountsDoor door, Terminal terminal) {
    this.door = door;
    this.terminal = terminal;
  }

  /** The source that a name means: its own id, or the only one of its kind. */
  static JsonNode source(JsonNode book, String name) {
    List<JsonNode> sources = new ArrayList<>();
    book.path("sources").forEach(sources::add);
    Optional<JsonNode> byId =
        sources.stream().filter(s -> s.path("source").asText().equals(name)).findFirst();
    if (byId.isPresent()) {
      return byId.get();
    }
    List<JsonNode> ofKind =
        sources.stream().filter(s -> s.path("kind").asText().equals(name)).toList();
    if (ofKind.size() == 1) {
      return ofKind.get(0);
    }
    List<String> ids =
        (ofKind.isEmpty() ? sources : ofKind).stream().map(s -> s.path("source").asText()).toList();
    throw new Trouble(
        ofKind.isEmpty()
            ? "frontline.yaml has no source of kind "
                + name
                + (ids.isEmpty() ? " or any other network" : "; there are " + ids)
            : name + " is several sources: name one of " + ids);
  }

  /**
   * @param byToken takes a token that the person has, where the network would also ask for consent
   * @param redirect where the network sends the browser back to
   */
  JsonNode connect(JsonNode source, boolean byToken, String redirect) throws IOException {
    String id = source.path("source").asText();
    JsonNode consent = source.path("consent");
    JsonNode word = source.path("word");
    if (consent.isObject() && !(byToken && word.isObject())) {
      return byConsent(id, consent, redirect);
    }
    terminal.say(word.path("help").asText());
    return door.connect(id, typed(word));
  }

  private JsonNode byConsent(String id, JsonNode consent, String redirect) throws IOException {
    boolean shows = consent.path("outOfBand").asBoolean();
    terminal.say(consent.path("help").asText());
    if (!shows) {
      terminal.say("Your app must send people back to " + redirect);
    }
    JsonNode begun = door.consent(id, typed(consent), shows ? SHOWN : redirect);
    terminal.say("Open this in a browser that is signed in there, and agree:");
    terminal.say("  " + begun.path("address").asText());
    String said =
        terminal.ask(
            shows
                ? "The code that it shows"
                : "The address that the browser shows then, or the code in it",
            false);
    return door.finish(begun.path("state").asText(), code(said, begun.path("state").asText()));
  }

  private Map<String, String> typed(JsonNode way) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (JsonNode field : way.path("fields")) {
      fields.put(
          field.path("name").asText(),
          terminal.ask(field.path("label").asText(), field.path("secret").asBoolean()));
    }
    return fields;
  }

  /**
   * The code alone, or out of the address that holds it.
   *
   * @throws Trouble where the network refused, or the address belongs to another consent
   */
  static String code(String said, String state) {
    if (!said.startsWith("http")) {
      return said;
    }
    Map<String, String> query = new LinkedHashMap<>();
    String raw = URI.create(said).getRawQuery();
    for (String one : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = one.split("=", 2);
      query.put(
          parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    String code = query.get("code");
    if (code == null) {
      throw new Trouble(
          "the network did not agree: "
              + query.getOrDefault(
                  "error_description", query.getOrDefault("error", "the address holds no code")));
    }
    if (!state.equals(query.get("state"))) {
      throw new Trouble("that address belongs to another consent; begin again");
    }
    return code;
  }
}
