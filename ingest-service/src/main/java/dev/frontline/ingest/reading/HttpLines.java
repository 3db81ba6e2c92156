package dev.frontline.ingest.reading;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Hints;
import dev.frontline.ingest.fetch.UnknownName;
import dev.frontline.ingest.fetch.Web;
import dev.frontline.ingest.source.Line;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens WebSockets and event streams, through the same guard as every request. */
final class HttpLines implements Lines {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Clock clock;

  HttpLines(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Connection open(Line line, Web web) throws Fault, InterruptedException {
    try {
      web.guard().check(asHttp(line.address()));
      return line.wire() == Line.Wire.WEBSOCKET ? socket(line, web) : kept(line, web);
    } catch (Fault e) {
      throw e;
    } catch (UnknownHostException e) {
      throw new Fault(Fault.Kind.UNREACHABLE, UnknownName.words(e), e);
    } catch (IOException | TimeoutException e) {
      throw new Fault(Fault.Kind.UNREACHABLE, "the line cannot be opened: " + e.getMessage(), e);
    }
  }

  private Connection socket(Line line, Web web)
      throws Fault, InterruptedException, TimeoutException {
    WebSocket.Builder builder = web.client().newWebSocketBuilder().connectTimeout(PATIENCE);
    builder.header("User-Agent", Web.AGENT);
    line.headers().forEach(builder::header);
    SocketConnection connection = new SocketConnection(new Frames(clock));
    try {
      WebSocket socket =
          builder
              .buildAsync(line.address(), connection)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      connection.opened(socket);
      for (String message : line.opening()) {
        socket.sendText(message, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      return connection;
    } catch (ExecutionException | CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused
          && refused.getResponse() != null) {
        throw refused(refused.getResponse().statusCode(), refused.getResponse().headers());
      }
      throw new Fault(Fault.Kind.UNREACHABLE, "the line cannot be opened: " + e.getCause(), e);
    }
  }

  /** An answer that does not end. */
  private Connection kept(Line line, Web web) throws IOException, InterruptedException {
    boolean events = line.wire() == Line.Wire.EVENTS;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(line.address()).timeout(PATIENCE).header("User-Agent", Web.AGENT);
    if (events) {
      request.header("Accept", "text/event-stream");
    }
    line.headers().forEach(request::header);
    HttpResponse<InputStream> response =
        web.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw refused(response.statusCode(), response.headers());
    }
    return new EventConnection(
        new Frames(clock), response.body(), "line-" + line.address().getHost(), events);
  }

  private Fault refused(int status, HttpHeaders headers) {
    String words = "the line was answered with " + status;
    return switch (status) {
      case 401 -> new Fault(Fault.Kind.SIGNED_OUT, words);
      case 403 -> new Fault(Fault.Kind.FORBIDDEN, words);
      case 404 -> new Fault(Fault.Kind.MISSING, words);
      case 429, 503 -> Fault.busy(words, Hints.retryAt(headers, clock.instant()).orElse(null));
      default -> new Fault(Fault.Kind.UNREACHABLE, words);
    };
  }

  private static URI asHttp(URI address) {
    return URI.create(address.toString().replaceFirst("^ws", "http"));
  }
}
