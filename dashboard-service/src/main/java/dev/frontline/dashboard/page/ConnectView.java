package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source to which an account can be connected.
 *
 * @param word what is typed where a person has a token; null where only consent leads to one
 * @param consent what is typed before consent; null where there is none
 * @param standing how it is read now, in words
 */
public record ConnectView(
    String source, String network, @Nullable Way word, @Nullable Way consent, String standing) {

  /** One way to an account. */
  public record Way(String help, List<Field> fields) {}

  /** Something to type. */
  public record Field(String name, String label, boolean secret) {}

  static List<ConnectView> all(JsonNode book) {
    List<ConnectView> all = new ArrayList<>();
    for (JsonNode s : book.path("sources")) {
      String id = s.path("source").asText();
      int connected = 0;
      for (JsonNode a : book.path("accounts")) {
        connected += a.path("source").asText().equals(id) ? 1 : 0;
      }
      all.add(
          new ConnectView(
              id,
              s.path("network").asText(),
              way(s.path("word")),
              way(s.path("consent")),
              standing(connected, s.path("environment").asBoolean())));
    }
    return all;
  }

  private static String standing(int connected, boolean environment) {
    if (connected > 0) {
      return connected == 1 ? "one account" : connected + " accounts";
    }
    return environment ? "a token of the environment" : "no account";
  }

  private static @Nullable Way way(JsonNode way) {
    if (!way.isObject()) {
      return null;
    }
    List<Field> fields = new ArrayList<>();
    for (JsonNode f : way.path("fields")) {
      fields.add(
          new Field(
              f.path("name").asText(), f.path("label").asText(), f.path("secret").asBoolean()));
    }
    return new Way(way.path("help").asText(), fields);
  }
}
