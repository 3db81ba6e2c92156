package dev.frontline.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the running ingest service about accounts. */
final class AccountsDoor {

  private static final String PATH = "/internal/accounts";
  private static final Caller CALLER = Caller.service("connect");

  /** A network is asked meanwhile. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final URI address;
  private final InternalClient client;

  AccountsDoor(URI ingest, InternalTokens tokens, HttpClient http) {
    this.address = ingest;
    this.client = new InternalClient(ingest, tokens, http, LONGEST);
  }

  /** What is connected and what can be. */
  JsonNode book() {
    return ask("GET", PATH, null);
  }

  JsonNode connect(String source, Map<String, String> fields) {
    return ask("POST", PATH, Map.of("source", source, "fields", fields));
  }

  /** Begins consent: {@code {state, address}}. */
  JsonNode consent(String source, Map<String, String> fields, String redirect) {
    return ask(
        "POST",
        PATH + "/consents",
        Map.of("source", source, "fields", fields, "redirect", redirect));
  }

  JsonNode finish(String state, String code) {
    return ask("POST", PATH + "/consents/finish", Map.of("state", state, "code", code));
  }

  JsonNode test(String id) {
    return ask("POST", PATH + "/" + encoded(id) + "/test", Map.of());
  }

  void remove(String id) {
    ask("DELETE", PATH + "/" + encoded(id), null);
  }

  private JsonNode ask(String method, String path, @Nullable Object body) {
    InternalClient.Answer answer;
    try {
      answer = client.send(method, path, body, CALLER);
    } catch (IOException e) {
      throw new Trouble(
          "ingest cannot be reached at " + address.getAuthority() + "; is the stack up?", e);
    }
    if (answer.ok()) {
      return answer.body();
    }
    String title = answer.body().path("title").asText("it was refused (" + answer.status() + ")");
    String detail = answer.body().path("detail").asText("");
    throw new Trouble(detail.isEmpty() ? title : title + ": " + detail);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
