package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody set for their own mails, as the form shows it; empty where nothing is set.
 *
 * @param chosen whether they chose kinds themselves
 */
public record SettingsView(
    long version,
    String mail,
    String companyMail,
    boolean chosen,
    List<Kind> kinds,
    String from,
    String to,
    String digest) {

  /** A kind of notice that can be chosen. */
  public record Kind(String name, String text, boolean on) {}

  private static final List<Frame.Choice> DIGESTS =
      List.of(
          new Frame.Choice("", "each at once"),
          new Frame.Choice("PT15M", "every 15 minutes"),
          new Frame.Choice("PT1H", "every hour"),
          new Frame.Choice("P1D", "once a day"));

  /** How often mails may come. */
  public List<Frame.Choice> digests() {
    return DIGESTS;
  }

  static SettingsView of(JsonNode s) {
    List<String> wanted = new ArrayList<>();
    s.path("kinds").forEach(k -> wanted.add(k.asText()));
    List<Kind> kinds = new ArrayList<>();
    s.path("allKinds")
        .forEach(
            k ->
                kinds.add(
                    new Kind(
                        k.asText(), k.asText().replace('-', ' '), wanted.contains(k.asText()))));
    return new SettingsView(
        s.path("version").asLong(),
        s.path("mail").asText(""),
        s.path("companyMail").asText(""),
        s.path("kinds").isArray(),
        kinds,
        s.path("quiet").path("from").asText(""),
        s.path("quiet").path("to").asText(""),
        s.path("digest").asText(""));
  }

  /** The form's fields as routing takes them. */
  static ObjectNode settings(MultivaluedMap<String, String> form) {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    String version = text(form, "version");
    settings.put("version", version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0);
    settings.put("mail", text(form, "mail"));
    settings.put("digest", text(form, "digest"));
    if (text(form, "choose").equals("own")) {
      @Nullable List<String> kinds = form.get("kind");
      settings.putArray("kinds");
      if (kinds != null) {
        kinds.forEach(settings.withArray("kinds")::add);
      }
    }
    if (!text(form, "from").isEmpty() || !text(form, "to").isEmpty()) {
      settings.putObject("quiet").put("from", text(form, "from")).put("to", text(form, "to"));
    }
    return settings;
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value.strip();
  }
}
