package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks ingest for connected accounts, and to connect, try and forget them. */
@ApplicationScoped
public class AccountCommands {

  /** A network is asked meanwhile. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private static final String PATH = "/internal/accounts";

  private final Neighbour ingest;

  @Inject
  AccountCommands(
      @ConfigProperty(name = "frontline.url.ingest") URI ingest,
      InternalTokens tokens,
      HttpClient http) {
    this.ingest = new Neighbour("Ingest", new InternalClient(ingest, tokens, http, LONGEST));
  }

  /** {@code {accounts[], sources[], key}}. */
  public Verdict book(Caller caller) {
    return told(ingest.get(PATH, caller));
  }

  /** {@code {source, fields{}}}. */
  public Verdict connect(JsonNode body, Caller caller) {
    return told(ingest.post(PATH, body, caller));
  }

  /** Begins consent: {@code {source, fields{}, redirect}} leads to {@code {state, address}}. */
  public Verdict consent(JsonNode body, Caller caller) {
    return told(ingest.post(PATH + "/consents", body, caller));
  }

  /** {@code {state, code}}. */
  public Verdict finish(JsonNode body, Caller caller) {
    return told(ingest.post(PATH + "/consents/finish", body, caller));
  }

  /** Tries whether it still works. */
  public Verdict test(String id, Caller caller) {
    return told(ingest.post(at(id, "/test"), null, caller));
  }

  /** Who may speak by it; none for everybody who may answer. */
  public Verdict roles(String id, List<String> roles, Caller caller) {
    return told(ingest.put(at(id, "/roles"), Map.of("roles", roles), caller));
  }

  public Verdict remove(String id, Caller caller) {
    return told(ingest.send("DELETE", at(id, ""), null, caller));
  }

  /** The body of a connection. */
  public static JsonNode body(
      String source, Map<String, String> fields, @Nullable String redirect) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("source", source);
    ObjectNode values = body.putObject("fields");
    fields.forEach(values::put);
    return redirect == null ? body : body.put("redirect", redirect);
  }

  private static String at(String id, String verb) {
    return PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + verb;
  }

  private static Verdict told(InternalClient.Answer answer) {
    return answer.ok() ? new Verdict.Told(answer.body()) : Neighbour.refused(answer);
  }
}
