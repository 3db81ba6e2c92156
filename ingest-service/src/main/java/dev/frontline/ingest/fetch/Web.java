package dev.frontline.ingest.fetch;

import dev.frontline.ingest.http.BoundedBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Asks servers in the name of one credential. At most 10 MB and 30 s an answer, three redirects of
 * a GET and none of anything else, no private address unless configured; whoever asks too often is
 * told to come later before the server has to say so.
 */
public final class Web {

  /** Who we are, to servers. */
  public static final String AGENT = "Frontline/0.1";

  static final int LARGEST = 10 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_APART = 10;
  private static final int SHOWN = 120;
  private static final Set<String> SECRETS =
      Set.of("authorization", "apikey", "api-key", "x-goog-api-key");

  private final HttpClient http;
  private final FetchGuard guard;
  private final Limiter limiter;
  private final Clock clock;

  public Web(HttpClient http, FetchGuard guard, Limiter limiter, Clock clock) {
    this.http = http;
    this.guard = guard;
    this.limiter = limiter;
    this.clock = clock;
  }

  /** Who is asked through the guard, for connections that are no requests. */
  public FetchGuard guard() {
    return guard;
  }

  public HttpClient client() {
    return http;
  }

  /** The network said, in words of its own, that nothing may be asked until then. */
  public void rest(Instant until) {
    limiter.shut(until);
  }

  /** For a server beside the credential's: neither counts against the other's limit. */
  public Web apart() {
    return new Web(http, guard, new Limiter(MOST_APART, Duration.ofMinutes(1)), clock);
  }

  /**
   * @return an answer of 2xx or 304
   * @throws Fault for everything else, in words that people can use
   */
  public Answer ask(Ask ask) throws Fault, InterruptedException {
    Instant now = clock.instant();
    Instant free = limiter.take(now, ask.units());
    if (free.isAfter(now)) {
      throw Fault.busy("its limit is used up for now", free);
    }
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    URI next = ask.address();
    try {
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        guard.check(next);
        HttpResponse<InputStream> response =
            http.send(request(ask, next), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
          int status = response.statusCode();
          if (status / 100 == 3 && status != 304) {
            next = redirected(ask, next, response);
            continue;
          }
          byte[] body = status == 304 ? new byte[0] : body(response, in, deadline);
          if (body.length > LARGEST) {
            throw new IOException("it is larger than 10 MB");
          }
          return judged(new Answer(status, response.headers(), body, next));
        }
      }
    } catch (Fault e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new Fault(Fault.Kind.UNREACHABLE, words(e), e);
    }
    throw new Fault(Fault.Kind.UNREACHABLE, "it redirects more than " + MOST_REDIRECTS + " times");
  }

  /** Some networks pack every answer, asked or not; what it unpacks to is what is capped. */
  private static byte[] body(HttpResponse<?> response, InputStream in, long deadline)
      throws IOException {
    byte[] sent = BoundedBody.read(in, LARGEST + 1, deadline);
    boolean packed =
        response.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent();
    if (!packed || sent.length == 0) {
      return sent;
    }
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return plain.readNBytes(LARGEST + 1);
    }
  }

  private static String words(Exception e) {
    if (e instanceof UnknownHostException unknown) {
      return UnknownName.words(unknown);
    }
    String said = e.getMessage();
    return said == null || said.isBlank()
        ? "it cannot be reached (" + e.getClass().getSimpleName() + ")"
        : said;
  }

  private Answer judged(Answer answer) throws Fault {
    Instant now = clock.instant();
    limiter.learn(answer.headers(), now);
    int status = answer.status();
    if (status / 100 == 2 || status == 304) {
      return answer;
    }
    String words = "it answered " + status + said(answer);
    Optional<Instant> retryAt = Hints.retryAt(answer.headers(), now);
    boolean outOfQuota =
        status == 403
            && (answer.header("retry-after").isPresent()
                || Hints.remaining(answer.headers()).orElse(1) == 0);
    if (status == 429 || outOfQuota || status == 503 && retryAt.isPresent()) {
      retryAt.ifPresent(limiter::shut);
      throw Fault.busy(words, retryAt.orElse(null), answer.body());
    }
    throw Fault.refused(
        switch (status) {
          case 401 -> Fault.Kind.SIGNED_OUT;
          case 403 -> Fault.Kind.FORBIDDEN;
          case 404 -> Fault.Kind.MISSING;
          case 410 -> Fault.Kind.GONE;
          case 408 -> Fault.Kind.UNREACHABLE;
          default -> status / 100 == 4 ? Fault.Kind.REFUSED : Fault.Kind.UNREACHABLE;
        },
        words,
        answer.body());
  }

  /** The beginning of a refusal in words; never of a page. */
  private static String said(Answer answer) {
    String text = answer.text().strip();
    return text.isEmpty() || text.startsWith("<")
        ? ""
        : ": " + text.substring(0, Math.min(SHOWN, text.length())).replaceAll("\\s+", " ");
  }

  private static HttpRequest request(Ask ask, URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(TIMEOUT).header("User-Agent", AGENT);
    boolean sameHost = address.getAuthority().equals(ask.address().getAuthority());
    ask.headers()
        .forEach(
            (name, value) -> {
              // A token is for the server that was asked, not for one that it points to.
              if (sameHost || !SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
                request.setHeader(name, value);
              }
            });
    byte[] body = ask.body();
    return request
        .method(
            ask.method(),
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static URI redirected(Ask ask, URI from, HttpResponse<?> response) throws IOException {
    if (!ask.method().equals("GET")) {
      throw new IOException("it redirects, which only reading may follow");
    }
    String location =
        response
            .headers()
            .firstValue("location")
            .orElseThrow(() -> new IOException("a redirect without a location"));
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it redirects to what is no address", e);
    }
  }
}
