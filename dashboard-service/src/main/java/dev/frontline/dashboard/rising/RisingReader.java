package dev.frontline.dashboard.rising;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.ops.Cached;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks classify what stands out; nothing does while it is away. */
@ApplicationScoped
public class RisingReader {

  private static final Logger LOG = Logger.getLogger(RisingReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration GOOD_FOR = Duration.ofSeconds(15);
  private static final Caller CALLER = Caller.service("dashboard");

  private final InternalClient classify;
  private final Cached<List<RisingTerm>> terms;

  @Inject
  RisingReader(
      @ConfigProperty(name = "frontline.url.classify") URI classify,
      InternalTokens tokens,
      HttpClient http,
      Clock clock) {
    this.classify = new InternalClient(classify, tokens, http, PATIENCE);
    this.terms = new Cached<>(this::ask, GOOD_FOR, clock);
  }

  /** By brand, the most surprising first. */
  public List<RisingTerm> now() {
    return terms.get();
  }

  private List<RisingTerm> ask() {
    List<RisingTerm> found = new ArrayList<>();
    try {
      for (JsonNode term : classify.get("/internal/rising", CALLER).body().path("items")) {
        found.add(Json.MAPPER.treeToValue(term, RisingTerm.class));
      }
    } catch (IOException e) {
      LOG.debugf("classify does not tell what is rising fault=%s", e.getMessage());
    }
    return List.copyOf(found);
  }
}
