package dev.frontline.ingest.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One {@link Limiter} a credential, shared by all sources and answers that use it. */
@ApplicationScoped
public class Limits {

  /** Shorter windows are over before a restart matters. */
  private static final Duration LONG = Duration.ofHours(12);

  private final Map<String, Limiter> byCredential = new ConcurrentHashMap<>();
  private final HttpClient http;
  private final FetchGuard guard;
  private final Clock clock;
  private final Uses uses;

  /**
   * @param uses what was used of quotas of a day before this process began
   * @param allowPrivate lets addresses of the company's own network be read
   */
  @Inject
  public Limits(
      HttpClient http,
      Clock clock,
      Uses uses,
      @ConfigProperty(name = "frontline.fetch.allow-private", defaultValue = "false")
          boolean allowPrivate) {
    this.http = http;
    this.guard = new FetchGuard(allowPrivate);
    this.clock = clock;
    this.uses = uses;
  }

  /** Limits that begin anew with the process. */
  public Limits(HttpClient http, Clock clock, boolean allowPrivate) {
    this(http, clock, Uses.NONE, allowPrivate);
  }

  /** The credential's limiter, made with this limit where there is none. */
  public Limiter of(String credential, int most, Duration window) {
    return byCredential.computeIfAbsent(
        credential,
        c ->
            window.compareTo(LONG) < 0
                ? new Limiter(most, window)
                : new Limiter(
                    most,
                    window,
                    uses.since(c, clock.instant().minus(window)),
                    (at, units) -> uses.used(c, at, units)));
  }

  /** Asks in the name of the credential. */
  public Web web(String credential, int most, Duration window) {
    return new Web(http, guard, of(credential, most, window), clock);
  }
}
