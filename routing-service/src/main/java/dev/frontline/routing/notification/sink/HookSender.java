package dev.frontline.routing.notification.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.frontline.contracts.Json;
import dev.frontline.routing.notification.Notice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Webhooks signed by Standard Webhooks 1.0. {@code webhook-id} is the same at every try, so that
 * the receiver knows one that it has already; {@code webhook-timestamp} is this try's.
 */
final class HookSender extends HttpSender {

  private final Webhook signing;
  private final Clock clock;

  HookSender(Http http, URI address, Webhook signing, Clock clock) {
    super(http, address);
    this.signing = signing;
    this.clock = clock;
  }

  @Override
  public Answer send(Message message) {
    String body = body(message);
    long seconds = clock.instant().getEpochSecond();
    try {
      return http.post(
          address,
          body.getBytes(StandardCharsets.UTF_8),
          Map.of(
              "webhook-id", message.key(),
              "webhook-timestamp", Long.toString(seconds),
              "webhook-signature", signing.sign(message.key(), seconds, body)));
    } catch (WebhookSigningException e) {
      return new Answer.Closed("cannot be signed: " + e.getMessage());
    }
  }

  static String body(Message message) {
    Notice notice = message.notice();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", notice.id());
    data.put("about", notice.about());
    data.put("kind", notice.kind().word());
    data.put("department", notice.department());
    data.put("brand", notice.brand());
    data.put("title", message.title());
    data.put("lines", Cut.lines(10_000, message.lines()));
    data.put("link", message.link());
    data.put("urgency", notice.urgency());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "alert." + notice.kind().word().replace('-', '_'));
    body.put("timestamp", notice.at().toString());
    body.put("data", data);
    try {
      return Json.MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }

  @Override
  public boolean takesKeys() {
    return true;
  }

  @Override
  public Duration pace() {
    return Duration.ZERO;
  }
}
