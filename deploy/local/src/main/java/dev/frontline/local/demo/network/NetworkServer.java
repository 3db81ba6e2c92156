package dev.frontline.local.demo.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Required;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The network over HTTP: its pages, the call-back by which answers arrive ({@code POST
 * /network/replies}), the company's chat channels ({@code /channels}) and the story bar's {@code
 * /story}.
 */
public final class NetworkServer implements AutoCloseable {

  private static final int LARGEST_BODY = 256 * 1024;
  private static final Pattern CHANNEL = Pattern.compile("[a-z0-9-]{1,40}");

  private final HttpServer server;
  private final ExecutorService workers;
  private final NetworkBook book;
  private final NetworkPages pages;
  private final ChannelBook channels;
  private final Clock clock;
  private final String publicUrl;
  private final Consumer<Reply> onAnswer;

  /**
   * @param publicUrl under which people reach it, without a slash at the end
   * @param onAnswer told of each answer once, when it stands there
   * @throws IOException where the address is taken
   */
  public NetworkServer(
      InetSocketAddress address,
      String publicUrl,
      NetworkBook book,
      ChannelBook channels,
      Clock clock,
      Consumer<Reply> onAnswer)
      throws IOException {
    this.book = book;
    this.pages = new NetworkPages(book);
    this.channels = channels;
    this.clock = clock;
    this.publicUrl = publicUrl;
    this.onAnswer = onAnswer;
    this.server = HttpServer.create(address, 64);
    this.workers = Executors.newFixedThreadPool(4);
    server.setExecutor(workers);
    route("/", this::page);
    route("/network/replies", this::reply);
    route("/channels", this::channel);
    route("/q/health", x -> Answered.json(200, Map.of("status", "UP")));
  }

  /**
   * Adds {@code GET /story} and {@code POST /story {"action": …}}.
   *
   * @param state what GET answers
   * @param act what POST does; false where the action is unknown
   */
  public void story(Supplier<Object> state, Function<String, Boolean> act) {
    route(
        "/story",
        x -> {
          if (x.getRequestMethod().equals("GET")) {
            return Answered.json(200, state.get());
          }
          if (!x.getRequestMethod().equals("POST")) {
            return Answered.problem(405, "GET or POST");
          }
          String type = x.getRequestHeaders().getFirst("Content-Type");
          // A foreign page can post a form here, but not JSON.
          if (type == null || !type.startsWith("application/json")) {
            return Answered.problem(415, "Content-Type must be application/json");
          }
          String action = Json.MAPPER.readTree(body(x)).path("action").asText();
          return act.apply(action)
              ? Answered.json(200, state.get())
              : Answered.problem(422, "action must be one of play, pause, next, kill");
        });
  }

  /**
   * Adds {@code GET /q/health/ready}: 200 once there is something to see, 503 before.
   *
   * @param ready asked each time
   */
  public void readyWhen(BooleanSupplier ready) {
    route(
        "/q/health/ready",
        x ->
            ready.getAsBoolean()
                ? Answered.json(200, Map.of("status", "UP"))
                : Answered.problem(503, "the first days of the story are being loaded"));
  }

  public void start() {
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private Answered page(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/")) {
      return Answered.html(200, pages.front(clock.instant()));
    }
    if (path.equals("/murmel.css")) {
      return file("murmel.css", "text/css");
    }
    if (path.equals("/murmel.js")) {
      return file("murmel.js", "text/javascript");
    }
    if (path.equals("/latest")) {
      return Answered.json(200, Map.of("latest", book.changes() + channels.count()));
    }
    if (path.startsWith("/posts/")) {
      return pages
          .post(path.substring("/posts/".length()), clock.instant())
          .map(html -> Answered.html(200, html))
          .orElseGet(() -> Answered.html(404, "<!doctype html><title>Not there</title>Not there."));
    }
    return Answered.problem(404, "nothing here");
  }

  private Answered file(String name, String type) throws IOException {
    try (InputStream in = Required.value(name, getClass().getResourceAsStream(name))) {
      return new Answered(200, type + "; charset=utf-8", in.readAllBytes());
    }
  }

  /** A message for a channel; or, asked for, what all of them received. */
  private Answered channel(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      return Answered.html(200, new ChannelPage(channels).page(clock.instant()));
    }
    String path = exchange.getRequestURI().getPath();
    String channel = path.substring(Math.min(path.length(), "/channels/".length()));
    if (!exchange.getRequestMethod().equals("POST") || !CHANNEL.matcher(channel).matches()) {
      return Answered.problem(404, "POST to /channels/NAME");
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      return Answered.problem(415, "Content-Type must be application/json");
    }
    return channels.take(channel, Json.MAPPER.readTree(body(exchange)), clock.instant())
        ? Answered.json(200, Map.of("ok", true))
        : Answered.problem(400, "invalid_payload");
  }

  private Answered reply(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answered.problem(405, "POST an answer here");
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Reply reply;
    try {
      JsonNode body = Json.MAPPER.readTree(body(exchange));
      reply = Required.value("an answer", Json.MAPPER.treeToValue(body, Reply.class));
    } catch (JsonProcessingException e) {
      return Answered.problem(422, "not an answer: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return Answered.problem(422, "not an answer: " + e.getMessage());
    }
    if (!reply.replyId().equals(key)) {
      return Answered.problem(400, "Idempotency-Key must be the replyId");
    }
    NetworkBook.Taken taken = book.answer(reply);
    if (taken instanceof NetworkBook.Taken.Posted posted) {
      onAnswer.accept(reply);
      return Answered.json(201, place(posted.id(), posted.key()));
    }
    if (taken instanceof NetworkBook.Taken.Already already) {
      return Answered.json(200, place(already.id(), already.key()));
    }
    return Answered.problem(410, ((NetworkBook.Taken.Refused) taken).why());
  }

  private Map<String, String> place(String id, String key) {
    return Map.of("id", id, "url", publicUrl + "/posts/" + key + "#" + id);
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    return body.length > LARGEST_BODY ? new byte[0] : body;
  }

  private void route(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            Answered answered;
            try {
              answered = handler.handle(exchange);
            } catch (JsonProcessingException e) {
              answered = Answered.problem(400, "not JSON");
            }
            answered.send(exchange);
          }
        });
  }

  private interface Handler {
    Answered handle(HttpExchange exchange) throws IOException;
  }
}
