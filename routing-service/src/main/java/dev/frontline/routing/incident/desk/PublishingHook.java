package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.Json;
import dev.frontline.routing.timer.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Tells whoever plans messages to hold them back or to let them go, as a signed webhook (Standard
 * Webhooks). The same id until it is taken, so that a receiver may drop what it knows; a day later
 * it is given up.
 */
final class PublishingHook {

  private static final Logger LOG = Logger.getLogger(PublishingHook.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GIVE_UP = Duration.ofDays(1);

  private final URI url;
  private final String secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param secret as {@code whsec_} and base64
   */
  PublishingHook(URI url, String secret) {
    this.url = url;
    this.secret = secret;
  }

  /**
   * What is told.
   *
   * @param paused whether planned messages are to be held back
   */
  record Planned(String incidentId, String brand, String title, boolean paused) {}

  /**
   * Tells it.
   *
   * @param timer whose id is the message's
   * @throws UncheckedIOException where it was not taken: to be told again
   */
  void tell(Timer timer, Planned planned, Instant now) {
    if (timer.at().plus(GIVE_UP).isBefore(now)) {
      LOG.warnf("planned messages were not told incident=%s", planned.incidentId());
      return;
    }
    try {
      send(timer.id(), body(planned, now), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while planned messages were told", e);
    }
  }

  private void send(String id, String body, Instant now) throws IOException, InterruptedException {
    String timestamp = String.valueOf(now.getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", WebhookSignature.of(secret, id, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("answered " + status);
    }
  }

  private static String body(Planned planned, Instant now) throws IOException {
    return Json.MAPPER.writeValueAsString(
        Map.of(
            "type",
            planned.paused() ? "publishing.paused" : "publishing.resumed",
            "timestamp",
            now.toString(),
            "data",
            Map.of(
                "incidentId",
                planned.incidentId(),
                "brand",
                planned.brand(),
                "title",
                planned.title())));
  }
}
