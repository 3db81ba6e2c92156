package dev.frontline.ingest.reading;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A network that a test writes as one function, for what depends on what was asked before. */
public final class Served implements AutoCloseable {

  private static final String KEPT = "X-Kept";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<HttpExchange> kept = new CopyOnWriteArrayList<>();

  /** A request. */
  public record Asked(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {}

  /** An answer. */
  public record Reply(int status, Map<String, String> headers, byte[] bytes) {
    public Reply(int status, Map<String, String> headers, String body) {
      this(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply json(String body) {
      return new Reply(200, Map.of("Content-Type", "application/json"), body);
    }

    /** An answer that does not end: what is said comes over it. */
    public static Reply kept() {
      return new Reply(200, Map.of(KEPT, "yes"), "");
    }

    public static Reply status(int status) {
      return new Reply(status, Map.of(), "");
    }

    public Reply with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Reply(status, more, bytes);
    }
  }

  public Served(Function<Asked, Reply> network) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, network));
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<Asked> asked(String method, String path) {
    return asked().stream()
        .filter(one -> one.method().equals(method) && one.path().equals(path))
        .toList();
  }

  /** Says a line over all answers that do not end. */
  public void say(String line) {
    for (HttpExchange one : kept) {
      try {
        one.getResponseBody().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        one.getResponseBody().flush();
      } catch (IOException e) {
        kept.remove(one);
      }
    }
  }

  /** Breaks off all answers that do not end. */
  public void cut() {
    kept.forEach(HttpExchange::close);
    kept.clear();
  }

  public int lines() {
    return kept.size();
  }

  private void serve(HttpExchange exchange, Function<Asked, Reply> network) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    Asked one =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            query(exchange.getRequestURI().getRawQuery()),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(one);
    Reply reply = network.apply(one);
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (reply.headers().containsKey(KEPT)) {
      exchange.sendResponseHeaders(reply.status(), 0);
      exchange.getResponseBody().flush();
      kept.add(exchange);
      return;
    }
    byte[] body = reply.bytes();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String one : raw.split("&")) {
        String[] parts = one.split("=", 2);
        query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    cut();
    server.stop(0);
    threads.shutdownNow();
  }
}
