package dev.frontline.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands where routing, classify and ingest stand: takes a case where the caller has a token,
 * refuses what has an old version, tells counts. Tests hand it cases through a system property, for
 * Quarkus loads this class twice.
 */
public final class RoutingStub implements QuarkusTestResourceLifecycleManager {

  private static final Map<String, String> CASES = new ConcurrentHashMap<>();
  private static final List<String> LABELLED = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/test/cases", this::put);
    server.createContext("/internal/cases", this::command);
    server.createContext("/internal/mentions/labels", this::labels);
    server.createContext("/test/labels", e -> answer(e, 200, LABELLED.toString()));
    server.createContext("/internal/models", ModelsStub::answer);
    server.createContext("/internal/counts", this::counts);
    server.createContext("/internal/notifications", NotificationsStub::answer);
    server.createContext("/internal/watch-rules", WatchRulesStub::answer);
    server.createContext("/internal/playbooks", TemplatesStub::playbooks);
    server.createContext("/internal/notifications/templates", TemplatesStub::alerts);
    server.createContext("/internal/alarm-bars", AlarmsStub::bars);
    server.createContext("/internal/backtest", AlarmsStub::backtest);
    server.createContext("/internal/sources", ListeningStub::sources);
    server.createContext("/internal/queries", ListeningStub::queries);
    server.createContext("/internal/accounts", AccountsStub::accounts);
    server.createContext("/internal/channels", AccountsStub::channels);
    server.createContext("/internal/trials", ListeningStub::trials);
    server.createContext(
        "/internal/rising",
        e ->
            answer(
                e,
                200,
                "{\"items\":[{\"brand\":\"Aurora\",\"term\":\"purple trolley\",\"authors\":9,"
                    + "\"expected\":0.4,\"example\":\"mastodon:p1\",\"later\":1}]}"));
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "frontline.url.routing", url,
        "frontline.url.classify", url,
        "frontline.url.ingest", url,
        "test.stub", url);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void put(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      answer(exchange, 200, CASES.getOrDefault(path[3], "{}"));
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
    CASES.put(Json.MAPPER.readValue(body, CaseState.class).id(), body);
    answer(exchange, 200, "{}");
  }

  private void command(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      answer(exchange, 401, "{\"title\":\"An internal token is needed\",\"status\":401}");
      return;
    }
    String[] path = exchange.getRequestURI().getPath().split("/");
    ObjectNode state = (ObjectNode) Json.MAPPER.readTree(CASES.get(path[3]));
    JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
    long asked = body.path("version").asLong();
    if (asked != state.path("version").asLong()) {
      answer(
          exchange,
          409,
          "{\"title\":\"Somebody was faster\",\"status\":409,\"allowed\":[\"take\"],\"current\":"
              + state
              + "}");
      return;
    }
    state.put("version", asked + 1);
    state.put(
        "status",
        switch (path[4]) {
          case "resolve" -> "resolved";
          case "answered" -> "answered";
          default -> "taken";
        });
    state.put("outcomeNote", body.path("account").asText(body.path("url").asText("")));
    state.put("assignee", "anna");
    CASES.put(path[3], state.toString());
    answer(exchange, 200, state.toString());
  }

  private void labels(HttpExchange exchange) throws IOException {
    JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
    ObjectNode said = Json.MAPPER.createObjectNode();
    said.put("mention", body.path("mention").path("id").asText());
    said.set("labels", body.path("labels"));
    LABELLED.add(said.toString());
    answer(exchange, 200, body.path("classification").toString());
  }

  private void counts(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "{\"accepted\":3,\"parked\":0,\"classified\":3,\"opened\":2,\"joined\":0,\"folded\":0,"
            + "\"filed\":1,\"withdrawn\":0,\"triage\":0}");
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes("UTF-8");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
