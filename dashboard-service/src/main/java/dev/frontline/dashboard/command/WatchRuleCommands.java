package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks routing for its watch rules, and to change and to try them. */
@ApplicationScoped
public class WatchRuleCommands {

  /** Trying a rule reads weeks of counts. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String RULES = "/internal/watch-rules";

  private final Neighbour routing;

  @Inject
  WatchRuleCommands(
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http) {
    this.routing = new Neighbour("Routing", new InternalClient(routing, tokens, http, LONGEST));
  }

  /** {@code {items, forms}}. */
  public Verdict all(Caller caller) {
    return told(routing.get(RULES, caller));
  }

  /** {@code {name, when, brand?, department?, people?, quiet?, coolDown?}}. */
  public Verdict add(@Nullable JsonNode rule, Caller caller) {
    return told(routing.send("POST", RULES, rule, caller));
  }

  /** The same with the {@code version} that was seen. */
  public Verdict change(String id, @Nullable JsonNode rule, Caller caller) {
    return told(routing.send("PUT", RULES + "/" + encoded(id), rule, caller));
  }

  public Verdict remove(String id, Caller caller) {
    return told(routing.send("DELETE", RULES + "/" + encoded(id), null, caller));
  }

  /** What {@code {when, brand?, coolDown?}} would have told in the last two weeks. */
  public Verdict tryOut(@Nullable JsonNode rule, Caller caller) {
    return told(routing.send("POST", RULES + "/dry-run", rule, caller));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Verdict told(InternalClient.Answer answer) {
    return answer.ok() ? new Verdict.Told(answer.body()) : Neighbour.refused(answer);
  }
}
