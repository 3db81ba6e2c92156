package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.incident.life.Clocks;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.TimerWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells whoever plans messages to hold them back or to let them go, as a signed webhook (Standard
 * Webhooks). The same id until it is taken, so that a receiver may drop what it knows; a day later
 * it is given up.
 */
@ApplicationScoped
class PauseTimer implements TimerWork {

  private static final Logger LOG = Logger.getLogger(PauseTimer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GIVE_UP = Duration.ofDays(1);

  private final IncidentWriter writer;
  private final Company company;
  private final Optional<String> secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param secret as {@code whsec_} and base64
   */
  @Inject
  PauseTimer(
      IncidentWriter writer,
      Company company,
      @ConfigProperty(name = "frontline.incidents.pause-secret") Optional<String> secret) {
    this.writer = writer;
    this.company = company;
    this.secret = secret;
  }

  @Override
  public String kind() {
    return Clocks.PAUSE;
  }

  @Override
  public void fire(Timer timer, Instant now) {
    String url = company.incidentPlan().pauseUrl();
    Optional<IncidentState> state = writer.find(timer.subject());
    if (url == null || secret.isEmpty() || state.isEmpty()) {
      return;
    }
    if (timer.at().plus(GIVE_UP).isBefore(now)) {
      LOG.warnf("planned messages were not told incident=%s", timer.subject());
      return;
    }
    try {
      send(URI.create(url), timer.id(), body(state.get(), now), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while planned messages were told", e);
    }
  }

  private void send(URI url, String id, String body, Instant now)
      throws IOException, InterruptedException {
    String timestamp = String.valueOf(now.getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header(
                "webhook-signature", WebhookSignature.of(secret.orElseThrow(), id, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("answered " + status);
    }
  }

  private static String body(IncidentState state, Instant now) throws IOException {
    return Json.MAPPER.writeValueAsString(
        Map.of(
            "type",
            state.paused() ? "publishing.paused" : "publishing.resumed",
            "timestamp",
            now.toString(),
            "data",
            Map.of("incidentId", state.id(), "brand", state.brand(), "title", state.title())));
  }
}
