package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks routing for the delivery log of alerts, to send one again, and for what people set. */
@ApplicationScoped
public class NotificationCommands {

  private static final String PATH = "/internal/notifications";

  private final Neighbour routing;

  @Inject
  NotificationCommands(
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http) {
    this.routing = new Neighbour("Routing", new InternalClient(routing, tokens, http));
  }

  /**
   * A page of the log, the latest first.
   *
   * @param filter {@code sink, state, kind, page} and {@code size}; what is empty is left out
   */
  public Verdict log(Map<String, String> filter, Caller caller) {
    String query =
        filter.entrySet().stream()
            .filter(e -> !e.getValue().isBlank())
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    return told(routing.get(PATH + query, caller));
  }

  /** Sends one that ended once more. */
  public Verdict replay(String id, Caller caller) {
    return told(routing.post(PATH + "/" + encoded(id) + "/replay", null, caller));
  }

  /**
   * Sends a test.
   *
   * @param person to the caller's own address rather than to the channel
   */
  public Verdict test(String sink, boolean person, Caller caller) {
    return told(
        routing.post(
            PATH + "/test",
            Json.MAPPER.createObjectNode().put("sink", sink).put("person", person),
            caller));
  }

  /** How each sink fares. */
  public Verdict sinks(Caller caller) {
    return told(routing.get(PATH + "/sinks", caller));
  }

  /** What the caller set for their own mails. */
  public Verdict settings(Caller caller) {
    return told(routing.get(PATH + "/settings", caller));
  }

  /**
   * @param settings as they are to be, with the version that the caller saw
   */
  public Verdict set(@Nullable JsonNode settings, Caller caller) {
    return told(routing.put(PATH + "/settings", settings, caller));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Verdict told(InternalClient.Answer answer) {
    JsonNode body = answer.body();
    return answer.ok() ? new Verdict.Told(body) : Neighbour.refused(answer);
  }
}
