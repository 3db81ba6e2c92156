package dev.frontline.ingest.feed;

import dev.frontline.ingest.http.BoundedBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conditional GET with caps: 10 MB, 30 s, three redirects, each checked. */
final class FeedFetch {

  private static final int LARGEST = 10 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String AGENT = "Frontline/0.1";

  private final HttpClient http;
  private final FetchGuard guard;

  FeedFetch(HttpClient http, FetchGuard guard) {
    this.http = http;
    this.guard = guard;
  }

  /** The body with what makes the next reading conditional. */
  record Page(byte[] body, FeedCursor cursor) {}

  /**
   * @return empty where nothing changed since the cursor
   * @throws IOException in words that people can use
   */
  Optional<Page> get(URI address, FeedCursor cursor) throws IOException, InterruptedException {
    URI next = address;
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      guard.check(next);
      HttpResponse<InputStream> response =
          http.send(request(next, cursor), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        int status = response.statusCode();
        if (status == 304) {
          return Optional.empty();
        }
        if (status / 100 == 3) {
          next = redirected(next, header(response, "location", "a redirect without a location"));
          continue;
        }
        if (status != 200) {
          throw new IOException("it answered " + status);
        }
        byte[] body = BoundedBody.read(in, LARGEST + 1, deadline);
        if (body.length > LARGEST) {
          throw new IOException("it is larger than 10 MB");
        }
        return Optional.of(
            new Page(
                body,
                new FeedCursor(
                    response.headers().firstValue("etag").orElse(null),
                    response.headers().firstValue("last-modified").orElse(null))));
      }
    }
    throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
  }

  private static URI redirected(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it redirects to what is no address", e);
    }
  }

  private static HttpRequest request(URI address, FeedCursor cursor) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(TIMEOUT).header("User-Agent", AGENT).GET();
    put(request, "If-None-Match", cursor.etag());
    put(request, "If-Modified-Since", cursor.lastModified());
    return request.build();
  }

  private static void put(HttpRequest.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  private static String header(HttpResponse<?> response, String name, String otherwise)
      throws IOException {
    return response.headers().firstValue(name).orElseThrow(() -> new IOException(otherwise));
  }
}
