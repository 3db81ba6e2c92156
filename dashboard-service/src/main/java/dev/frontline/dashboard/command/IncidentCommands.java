package dev.frontline.dashboard.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Carries what people do with incidents to routing, which decides. */
@ApplicationScoped
public class IncidentCommands {

  /** By their names in paths. */
  public static final List<String> NAMES =
      List.of(
          "acknowledge",
          "confirm",
          "join",
          "notes",
          "statement",
          "approve",
          "checklist",
          "pause",
          "handle",
          "close",
          "dismiss",
          "verdict");

  private final Neighbour routing;

  @Inject
  IncidentCommands(
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http) {
    this.routing = new Neighbour("Routing", new InternalClient(routing, tokens, http));
  }

  /**
   * @param command one of {@link #NAMES}
   * @return {@link Verdict.Told} with the new state, or a refusal
   */
  public Verdict send(String id, String command, @Nullable JsonNode body, Caller caller) {
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return told(routing.post("/internal/incidents/" + path + "/" + command, body, caller));
  }

  /** Opens one that a person saw before any alarm did. */
  public Verdict open(@Nullable JsonNode body, Caller caller) {
    return told(routing.post("/internal/incidents", body, caller));
  }

  /** The state in an answer. */
  public static IncidentState state(Verdict.Told told) {
    try {
      return Json.MAPPER.treeToValue(told.body(), IncidentState.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("routing answered with something that is no incident", e);
    }
  }

  private static Verdict told(InternalClient.Answer answer) {
    return answer.ok() ? new Verdict.Told(answer.body()) : Neighbour.refused(answer);
  }
}
