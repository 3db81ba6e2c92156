package dev.frontline.routing.notification.sink;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a sink and reads its answer. Redirects are not followed, a connection is used once, and
 * what an answer says is read only as far as the log shows it: neither a server that never answers
 * nor one that never ends holds a try longer than its timeout.
 */
final class Http {

  private static final int SHOWN = 200;

  private final HttpClient client;
  private final Clock clock;
  private final Duration timeout;

  /**
   * @param client one that does not follow redirects
   */
  Http(HttpClient client, Clock clock, Duration timeout) {
    this.client = client;
    this.clock = clock;
    this.timeout = timeout;
  }

  Duration timeout() {
    return timeout;
  }

  /** Posts JSON; what a status means is the same for every sink we know. */
  Answer post(URI address, byte[] json, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Frontline")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = exchange(request.build());
      return answer(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Retry-After").orElse(null),
          clock.instant());
    } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException e) {
      return new Answer.Down("could not be reached (" + e.getClass().getSimpleName() + ")");
    } catch (IOException e) {
      return new Answer.Lost("gave no answer (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Whether anything sensible answers there; a GET posts nothing to any of the sinks. */
  boolean answers(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).GET().build();
      int status = exchange(request).statusCode();
      return status < 500 && status != 429;
    } catch (IOException e) {
      return false;
    }
  }

  static Answer answer(int status, String body, @Nullable String retryAfter, Instant now) {
    String why = "answered " + status + (body.isBlank() ? "" : ": " + body);
    Optional<Duration> hint = hint(retryAfter, now);
    if (status / 100 == 2) {
      return new Answer.Taken("answered " + status);
    }
    if (status == 429 || status == 408 || status == 503 && hint.isPresent()) {
      return new Answer.Busy(why, hint.orElse(null));
    }
    if (status == 502 || status == 504) {
      return new Answer.Lost(why); // a gateway speaks: what stands behind it may have it
    }
    if (status >= 500) {
      return new Answer.Down(why);
    }
    boolean gone = status == 401 || status == 403 || status == 404 || status == 410;
    return gone || status / 100 == 3 ? new Answer.Closed(why) : new Answer.Refused(why);
  }

  /** {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), never less than nothing. */
  static Optional<Duration> hint(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    String text = retryAfter.trim();
    try {
      double seconds = Double.parseDouble(text);
      return seconds >= 0 && seconds < Duration.ofDays(7).toSeconds()
          ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      try {
        Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
      } catch (DateTimeParseException notADate) {
        return Optional.empty();
      }
    }
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    var future = client.sendAsync(request, info -> new Beginning(SHOWN));
    try {
      return future.get(timeout.toMillis() + 500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IOException("no answer in time", e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IOException(e.getCause());
    }
  }
}
