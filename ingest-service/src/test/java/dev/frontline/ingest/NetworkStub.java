package dev.frontline.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The networks outside: takes replies (refuses those that say {@code refuse}, stumbles once over
 * {@code stumble}, always over {@code fall}), serves a feed that tests put there, and tells what it
 * was asked. Its address is the setting {@code test.network}.
 */
public final class NetworkStub implements QuarkusTestResourceLifecycleManager {

  /** The secret of both webhooks. */
  public static final String SECRET = "whsec_dGhlLWtldHRsZS1pcy1vbi10aGUtc3RvdmUtMDEyMw==";

  /** The only password and token that the networks take. */
  public static final String WORD = "kettle-kettle-kettle";

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  /** With which networks sign their calls. */
  public static final String APP_SECRET = "app-secret-of-the-kettlery";

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private HttpServer server;
  private Path company;
  private volatile String feed = "";

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newFixedThreadPool(4));
      server.createContext("/replies", this::reply);
      server.createContext("/feed", this::feed);
      server.createContext("/astray", this::astray);
      server.createContext("/asked/", this::tell);
      server.createContext("/masto/", this::mastodon);
      server.createContext("/pds/", this::bluesky);
      server.start();
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      company = Files.createTempFile("company-", ".yaml");
      String text = Files.readString(Path.of("src/test/resources/kettlery.yaml"));
      Files.writeString(company, text.replace("http://network.invalid", address));
      Map<String, String> settings = new HashMap<>();
      settings.put("frontline.config", company.toString());
      settings.put("frontline.fetch.allow-private", "true");
      settings.put("frontline.sample.rate", "1.0");
      settings.put("frontline.replies.first-pause", "PT0.05S");
      settings.put("FRONTLINE_WEBHOOK_HOOKS", SECRET);
      settings.put("FRONTLINE_WEBHOOK_QUIET_HOOKS", SECRET);
      settings.put("FRONTLINE_SECRET_KEY", KEY);
      for (String source : List.of("PAGE", "GRAM", "FORUM")) {
        settings.put("FRONTLINE_TOKEN_" + source, APP_SECRET);
      }
      settings.put("test.network", address);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
    try {
      Files.deleteIfExists(company);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reply(HttpExchange exchange) throws IOException {
    String key = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    String text =
        Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()).path("text").asText();
    int time = count(key);
    if (text.contains("refuse")) {
      answer(exchange, 403, "{}");
    } else if (text.contains("fall") || (text.contains("stumble") && time == 1)) {
      answer(exchange, 503, "{}");
    } else if (text.contains("mumble")) {
      answer(exchange, 200, "fine, thanks");
    } else {
      answer(exchange, 201, "{\"id\":\"net-" + key + "\",\"url\":\"https://net.invalid/1\"}");
    }
  }

  private void feed(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      feed = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      answer(exchange, 204, "");
      return;
    }
    String etag = "\"" + feed.hashCode() + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (feed.isEmpty()) {
      answer(exchange, 404, "");
    } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      count("feed-unchanged");
      answer(exchange, 304, "");
    } else {
      count("feed-read");
      answer(exchange, 200, feed);
    }
  }

  private void astray(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "http://not an address");
    answer(exchange, 302, "");
  }

  private void mastodon(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean signedIn =
        ("Bearer " + WORD).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (path.endsWith("/api/v1/apps")) {
      answer(exchange, 200, "{\"client_id\":\"made-client\",\"client_secret\":\"made-secret\"}");
    } else if (path.endsWith("/oauth/token")) {
      boolean good = body.contains("code=shown-code") && body.contains("client_secret=made-secret");
      answer(
          exchange,
          good ? 200 : 400,
          good
              ? "{\"access_token\":\"" + WORD + "\",\"scope\":\"read write:statuses\"}"
              : "{\"error\":\"invalid_grant\"}");
    } else if (path.endsWith("/verify_credentials") && signedIn) {
      answer(exchange, 200, "{\"id\":\"42\",\"acct\":\"kettlery\",\"display_name\":\"Kettlery\"}");
    } else if (path.endsWith("/timelines/tag/whistlery")) {
      answer(exchange, 200, "[" + status("en") + "," + status("de") + "]");
    } else {
      answer(exchange, path.contains("/timelines/") ? 200 : 401, "[]");
    }
  }

  /** Only whoever searches comes upon it. */
  private static String status(String lang) {
    String uri = "https://ex.social/s/asked-" + lang;
    return Json.MAPPER
        .createObjectNode()
        .put("id", "1")
        .put("uri", uri)
        .put("created_at", Instant.now().minusSeconds(60).toString())
        .put("language", lang)
        .put("content", "my #whistlery sings")
        .set("account", Json.MAPPER.createObjectNode().put("id", "7").put("acct", "ana"))
        .toString();
  }

  private void bluesky(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean good = body.contains("\"" + WORD + "\"");
    answer(
        exchange,
        good ? 200 : 401,
        good
            ? "{\"did\":\"did:plc:kettlery\",\"handle\":\"kettlery.example\",\"accessJwt\":\"j\"}"
            : "{\"error\":\"AuthenticationRequired\",\"message\":" + body + "}");
  }

  private void tell(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath().substring("/asked/".length());
    AtomicInteger times = asked.get(key);
    answer(exchange, 200, String.valueOf(times == null ? 0 : times.get()));
  }

  private int count(String what) {
    return asked.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
