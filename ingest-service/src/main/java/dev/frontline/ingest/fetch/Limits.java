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

  private final Map<String, Limiter> byCredential = new ConcurrentHashMap<>();
  private final HttpClient http;
  private final FetchGuard guard;
  private final Clock clock;

  /**
   * @param allowPrivate lets addresses of the company's own network be read
   */
  @Inject
  public Limits(
      HttpClient http,
      Clock clock,
      @ConfigProperty(name = "frontline.fetch.allow-private", defaultValue = "false")
          boolean allowPrivate) {
    this.http = http;
    this.guard = new FetchGuard(allowPrivate);
    this.clock = clock;
  }

  /** The credential's limiter, made with this limit where there is none. */
  public Limiter of(String credential, int most, Duration window) {
    return byCredential.computeIfAbsent(credential, c -> new Limiter(most, window));
  }

  /** Asks in the name of the credential. */
  public Web web(String credential, int most, Duration window) {
    return new Web(http, guard, of(credential, most, window), clock);
  }
}
