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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks routing for playbooks and for how alerts read, and to change them. */
@ApplicationScoped
public class TemplateCommands {

  /** What can be edited, by its path at routing. */
  public enum Of {
    PLAYBOOKS("/internal/playbooks"),
    ALERTS("/internal/notifications/templates");

    private final String path;

    Of(String path) {
      this.path = path;
    }
  }

  private final Neighbour routing;

  @Inject
  TemplateCommands(
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http) {
    this.routing = new Neighbour("Routing", new InternalClient(routing, tokens, http));
  }

  public Verdict all(Of of, Caller caller) {
    return told(routing.get(of.path, caller));
  }

  /** {@code {version, steps[], statement?}} or {@code {version, title, lines[]}}. */
  public Verdict change(Of of, String kind, @Nullable JsonNode body, Caller caller) {
    return told(routing.send("PUT", of.path + "/" + encoded(kind), body, caller));
  }

  /** Back to how it was before anybody edited it. */
  public Verdict reset(Of of, String kind, long version, Caller caller) {
    return told(
        routing.send(
            "DELETE", of.path + "/" + encoded(kind) + "?version=" + version, null, caller));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Verdict told(InternalClient.Answer answer) {
    return answer.ok() ? new Verdict.Told(answer.body()) : Neighbour.refused(answer);
  }
}
