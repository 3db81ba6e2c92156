package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services over their internal REST interface, in the name of {@code service:demo}; the
 * dashboard over its public one, as a person.
 */
public final class HttpServices implements Services {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The story bar goes without figures rather than wait for a service that just starts. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final int HOURS_AT_ONCE = 500;
  private static final String AT = "X-Frontline-At";
  private static final Caller DEMO = Caller.service("demo");

  private final URI ingest;
  private final URI classify;
  private final URI routing;
  private final URI dashboard;
  private final Map<String, String> passwords;
  private final InternalTokens tokens;
  private final HttpClient http;

  /**
   * @param passwords of the company's accounts by person; what people do on pages needs them
   */
  public HttpServices(
      URI ingest,
      URI classify,
      URI routing,
      URI dashboard,
      Map<String, String> passwords,
      InternalTokens tokens,
      HttpClient http) {
    this.dashboard = dashboard;
    this.passwords = Map.copyOf(passwords);
    this.ingest = ingest;
    this.classify = classify;
    this.routing = routing;
    this.tokens = tokens;
    this.http = http;
  }

  @Override
  public void replay(List<ObjectNode> lines, boolean backfill) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (ObjectNode line : lines) {
      body.write(Json.MAPPER.writeValueAsBytes(line));
      body.write('\n');
    }
    HttpRequest.Builder request =
        request(ingest.resolve("/internal/replay?source=replay&backfill=" + backfill))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    HttpResponse<byte[]> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw new IOException("ingest answered " + said(response));
    }
  }

  @Override
  public void usual(List<FourWeeks.Hour> hours) throws IOException {
    for (int from = 0; from < hours.size(); from += HOURS_AT_ONCE) {
      List<FourWeeks.Hour> some = hours.subList(from, Math.min(hours.size(), from + HOURS_AT_ONCE));
      HttpResponse<byte[]> response =
          send(
              request(routing.resolve("/internal/baselines"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(some))));
      if (response.statusCode() / 100 != 2) {
        throw new IOException("routing answered " + said(response));
      }
    }
  }

  @Override
  public Optional<MentionRouted> routed(String mentionId) throws IOException {
    String query = URLEncoder.encode(mentionId, StandardCharsets.UTF_8);
    return found(
        send(request(routing.resolve("/internal/mentions?id=" + query)).GET()),
        MentionRouted.class);
  }

  @Override
  public Optional<CaseState> caseOf(String caseId) throws IOException {
    return found(
        send(request(routing.resolve("/internal/cases/" + caseId)).GET()), CaseState.class);
  }

  @Override
  public Optional<CaseState> act(
      String caseId, String verb, Map<String, Object> body, String as, @Nullable Instant at)
      throws IOException {
    HttpRequest.Builder request =
        request(routing.resolve("/internal/cases/" + caseId + "/" + verb))
            .header("Content-Type", "application/json")
            .header("X-Frontline-As", as)
            .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
    if (at != null) {
      request.header(AT, at.toString());
    }
    HttpResponse<byte[]> response = send(request);
    return refused(response) ? Optional.empty() : found(response, CaseState.class);
  }

  @Override
  public boolean correct(
      JsonNode mention,
      JsonNode classification,
      Map<String, Boolean> labels,
      String by,
      @Nullable Instant at)
      throws IOException {
    Map<String, Object> body =
        Map.of("mention", mention, "classification", classification, "labels", labels, "by", by);
    HttpRequest.Builder request =
        request(classify.resolve("/internal/mentions/labels"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
    if (at != null) {
      request.header(AT, at.toString());
    }
    return accepted("classify", send(request));
  }

  @Override
  public boolean correctOnPage(String mentionId, Map<String, Boolean> labels, String by)
      throws IOException {
    String password = passwords.get(by);
    if (password == null) {
      return false;
    }
    String pair = by + ":" + password;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                dashboard.resolve("/api/v1/mentions/" + MentionKey.of(mentionId) + "/labels"))
            .timeout(TIMEOUT)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(labels)));
    return accepted("the dashboard", send(request));
  }

  @Override
  public Map<String, Long> counts() throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (URI service : List.of(ingest, routing)) {
      HttpResponse<byte[]> response =
          send(request(service.resolve("/internal/counts")).timeout(AT_ONCE).GET());
      if (response.statusCode() != 200) {
        throw new IOException(service + " answered " + said(response));
      }
      Json.MAPPER.readTree(response.body()).properties().stream()
          .filter(e -> e.getValue().isNumber())
          .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
    }
    return counts;
  }

  private static boolean accepted(String who, HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() / 100 != 2 && !refused(response)) {
      throw new IOException(who + " answered " + said(response));
    }
    return !refused(response);
  }

  private static <T> Optional<T> found(HttpResponse<byte[]> response, Class<T> type)
      throws IOException {
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    if (response.statusCode() / 100 != 2) {
      throw new IOException("routing answered " + said(response));
    }
    return Optional.of(Json.MAPPER.readValue(response.body(), type));
  }

  /** A decision against it, unlike a failure: asking again would not help. */
  private static boolean refused(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case 400, 401, 403, 404, 409, 422 -> true;
      default -> false;
    };
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + tokens.issue(DEMO))
        .header("Accept", "application/json");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String said(HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    return response.statusCode() + " " + body.substring(0, Math.min(200, body.length()));
  }
}
