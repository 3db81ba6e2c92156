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

/** Asks classify for its models, to learn, and to let another version judge. */
@ApplicationScoped
public class ModelCommands {

  /** Learning takes as long as there is much to learn. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Neighbour classify;

  @Inject
  ModelCommands(
      @ConfigProperty(name = "frontline.url.classify") URI classify,
      InternalTokens tokens,
      HttpClient http) {
    this.classify = new Neighbour("Classify", new InternalClient(classify, tokens, http, LONGEST));
  }

  /** All versions, newest first, the shipped one last. */
  public Verdict all(Caller caller) {
    return told(classify.get("/internal/models", caller));
  }

  /** Learns from everything that was said until now; returns when that is done. */
  public Verdict retrain(Caller caller) {
    return told(classify.post("/internal/models/retrain", null, caller));
  }

  /** Lets a version judge from now on. */
  public Verdict activate(String version, Caller caller) {
    return told(classify.post(path(version) + "/activate", null, caller));
  }

  /** Where a version decides recorded posts otherwise than the one that judges. */
  public Verdict differences(String version, Caller caller) {
    return told(classify.get(path(version) + "/differences", caller));
  }

  private static String path(String version) {
    return "/internal/models/"
        + URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Verdict told(InternalClient.Answer answer) {
    JsonNode body = answer.body();
    return answer.ok() ? new Verdict.Told(body) : Neighbour.refused(answer);
  }
}
