package dev.frontline.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is connected, in lines. */
final class AccountLines {

  private AccountLines() {}

  static List<String> of(JsonNode book) {
    List<String> lines = new ArrayList<>();
    if (!book.path("key").asBoolean()) {
      lines.add("FRONTLINE_SECRET_KEY is not set: nothing can be stored.");
    }
    book.path("accounts").forEach(account -> lines.add(line(account)));
    for (JsonNode source : book.path("sources")) {
      boolean connected = false;
      for (JsonNode account : book.path("accounts")) {
        connected |= account.path("source").equals(source.path("source"));
      }
      if (!connected) {
        lines.add(
            source.path("source").asText()
                + (source.path("environment").asBoolean()
                    ? " uses a token of the environment"
                    : " has no account; ./frontline connect " + source.path("source").asText()));
      }
    }
    if (lines.isEmpty()) {
      lines.add("frontline.yaml has no source that an account could be connected to.");
    }
    return lines;
  }

  /** {@code bluesky: acme.bsky.social (Acme), reads and posts, connected}. */
  static String line(JsonNode account) {
    StringBuilder line = new StringBuilder();
    line.append(account.path("source").asText()).append(": ");
    line.append(account.path("handle").asText());
    if (account.path("name").isTextual()) {
      line.append(" (").append(account.path("name").asText()).append(')');
    }
    line.append(account.path("posts").asBoolean() ? ", reads and posts" : ", reads only");
    List<String> scopes = new ArrayList<>();
    account.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    if (!scopes.isEmpty()) {
      line.append(", may ").append(String.join(" ", scopes));
    }
    if (account.path("expiresAt").isTextual()) {
      line.append(", until ").append(account.path("expiresAt").asText());
    }
    line.append(", ").append(account.path("state").asText());
    if (account.path("what").isTextual()) {
      line.append(". ").append(account.path("what").asText());
    }
    return line.toString();
  }
}
