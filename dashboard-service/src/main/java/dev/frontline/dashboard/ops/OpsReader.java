package dev.frontline.dashboard.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.mongodb.MongoException;
import dev.frontline.dashboard.readmodel.DeadLetter;
import dev.frontline.dashboard.readmodel.DeadLetterStore;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks every part how it is; one that is away costs its own figures only. */
@ApplicationScoped
public class OpsReader {

  private static final int LATEST = 50;
  private static final Set<String> TROUBLED = Set.of("silent", "failing");
  private static final Caller CALLER = Caller.service("dashboard");

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FIGURES_GOOD_FOR = Duration.ofSeconds(2);
  private static final Duration SOURCES_GOOD_FOR = Duration.ofSeconds(5);

  private final Cached<OpsJson> figures;
  private final Cached<List<String>> troubled;
  private final InternalClient ingest;
  private final InternalClient classify;
  private final InternalClient routing;
  private final LagReader lags;
  private final DeadLetterStore letters;

  @Inject
  OpsReader(
      @ConfigProperty(name = "frontline.url.ingest") URI ingest,
      @ConfigProperty(name = "frontline.url.classify") URI classify,
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http,
      LagReader lags,
      DeadLetterStore letters,
      Clock clock) {
    this.ingest = new InternalClient(ingest, tokens, http, PATIENCE);
    this.classify = new InternalClient(classify, tokens, http, PATIENCE);
    this.routing = new InternalClient(routing, tokens, http, PATIENCE);
    this.lags = lags;
    this.letters = letters;
    figures = new Cached<>(this::ask, FIGURES_GOOD_FOR, clock);
    troubled = new Cached<>(this::askSources, SOURCES_GOOD_FOR, clock);
  }

  /** At most two seconds old; a service that hangs costs two seconds at most. */
  public OpsJson read() {
    return figures.get();
  }

  /**
   * Sources that are silent or failing, as {@code id: state}, at most five seconds old; where
   * ingest does not answer, that.
   */
  public List<String> troubledSources() {
    return troubled.get();
  }

  private OpsJson ask() {
    List<String> away = new ArrayList<>();
    JsonNode in = ask(ingest, "ingest", "/internal/counts", away);
    JsonNode judged = ask(classify, "classify", "/internal/counts", away);
    JsonNode routed = ask(routing, "routing", "/internal/counts", away);
    JsonNode sources = in.isMissingNode() ? in : ask(ingest, "ingest", "/internal/sources", away);
    JsonNode sinks =
        routed.isMissingNode()
            ? routed
            : ask(routing, "routing", "/internal/notifications/sinks", away);
    Map<String, Long> lag = lag(away);
    Long dead = null;
    List<DeadLetter> latest = List.of();
    try {
      dead = letters.ended();
      latest = letters.waiting(LATEST);
    } catch (MongoException e) {
      away.add("store");
    }
    Long accepted = number(in, "accepted");
    Long ended = sum(routed, "opened", "joined", "folded", "filed", "withdrawn");
    Long parked = number(in, "parked");
    return new OpsJson(
        accepted,
        number(routed, "opened"),
        number(routed, "joined"),
        number(routed, "folded"),
        number(routed, "filed"),
        number(routed, "withdrawn"),
        parked,
        dead,
        number(judged, "classified"),
        number(routed, "triage"),
        accepted == null || ended == null || parked == null || dead == null
            ? null
            : Math.max(0, accepted - ended - parked - dead),
        lag,
        latest,
        ruleFailures(routed),
        sources.isMissingNode() ? null : sources,
        sinks.isMissingNode() ? null : sinks,
        away.stream().distinct().toList());
  }

  private List<String> askSources() {
    List<String> away = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (JsonNode source : ask(ingest, "ingest", "/internal/sources", away)) {
      String state = source.path("state").asText("");
      if (TROUBLED.contains(state)) {
        found.add(source.path("id").asText("") + ": " + state);
      }
    }
    if (!away.isEmpty()) {
      found.add("Ingest is not reachable: nothing is known of the sources.");
    }
    return found;
  }

  private Map<String, Long> lag(List<String> away) {
    try {
      return lags.read();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException | KafkaException e) {
      away.add("broker");
    }
    return Map.of();
  }

  private static JsonNode ask(InternalClient client, String name, String path, List<String> away) {
    try {
      InternalClient.Answer answer = client.get(path, CALLER);
      if (answer.ok()) {
        return answer.body();
      }
    } catch (IOException e) {
      // Named below like any other answer that is none.
    }
    away.add(name);
    return MissingNode.getInstance();
  }

  private static Map<String, Long> ruleFailures(JsonNode routed) {
    Map<String, Long> failures = new LinkedHashMap<>();
    routed
        .path("ruleFailures")
        .fields()
        .forEachRemaining(rule -> failures.put(rule.getKey(), rule.getValue().asLong()));
    return failures;
  }

  private static @Nullable Long number(JsonNode node, String field) {
    return node.path(field).isNumber() ? node.path(field).asLong() : null;
  }

  private static @Nullable Long sum(JsonNode node, String... fields) {
    long sum = 0;
    for (String field : fields) {
      Long value = number(node, field);
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }
}
