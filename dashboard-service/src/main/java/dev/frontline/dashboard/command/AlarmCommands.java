package dev.frontline.dashboard.command;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks routing how easily alarms ring, and what would have rung at other bars. */
@ApplicationScoped
public class AlarmCommands {

  /** A backtest goes through five weeks minute by minute. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Neighbour routing;

  @Inject
  AlarmCommands(
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http) {
    this.routing = new Neighbour("Routing", new InternalClient(routing, tokens, http, LONGEST));
  }

  /** {@code {lowest, highest, highestRisk, items[{brand, version, bars[], resetAt, resetBy}]}}. */
  public Verdict bars(Caller caller) {
    return told(routing.get("/internal/alarm-bars", caller));
  }

  /** The brand's bars are as shipped again. */
  public Verdict reset(String brand, Caller caller) {
    return told(
        routing.send("POST", "/internal/alarm-bars/" + encoded(brand) + "/reset", null, caller));
  }

  /**
   * @param question {@code brand, days, bar, moved}
   */
  public Verdict backtest(Map<String, String> question, Caller caller) {
    String query =
        question.entrySet().stream()
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return told(routing.get("/internal/backtest?" + query, caller));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Verdict told(InternalClient.Answer answer) {
    return answer.ok() ? new Verdict.Told(answer.body()) : Neighbour.refused(answer);
  }
}
