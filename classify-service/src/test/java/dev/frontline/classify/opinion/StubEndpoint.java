package dev.frontline.classify.opinion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A language model that says what the test wants, on the loopback. */
final class StubEndpoint implements AutoCloseable {

  final List<String> paths = new CopyOnWriteArrayList<>();
  final List<String> bodies = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile boolean wraps = true;
  private volatile boolean silent;

  StubEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(
        task -> {
          Thread thread = new Thread(task, "stub-endpoint");
          thread.setDaemon(true);
          thread.start();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The text of the model's message. */
  void says(String content) {
    answer = content;
    wraps = true;
  }

  /** The response as a whole. */
  void answers(int code, String body) {
    status = code;
    answer = body;
    wraps = false;
  }

  void staysSilent() {
    silent = true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getPath());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    if (silent) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] body = (wraps ? wrapped(exchange) : answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String wrapped(HttpExchange exchange) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode message =
        exchange.getRequestURI().getPath().equals("/api/chat")
            ? body.putObject("message")
            : body.putArray("choices").addObject().putObject("message");
    message.put("role", "assistant").put("content", answer);
    return body.toString();
  }

  OpinionConfig config(OpinionConfig.Kind kind) {
    return new Config(kind, Optional.of(address()));
  }

  private record Config(Kind kind, Optional<URI> url) implements OpinionConfig {

    @Override
    public String model() {
      return "judge-1";
    }

    @Override
    public Optional<String> key() {
      return Optional.of("secret");
    }

    @Override
    public int dailyBudget() {
      return 10;
    }

    @Override
    public Duration timeout() {
      return Duration.ofMillis(400);
    }

    @Override
    public int remembered() {
      return 10;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
