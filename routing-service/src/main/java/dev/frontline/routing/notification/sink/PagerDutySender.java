package dev.frontline.routing.notification.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PagerDuty's Events API v2. The key is the incident's or case's: what is told about the same thing
 * is one alert there, and its end resolves it. A second trigger under a key is added to the log of
 * the alert and changes nothing else, so its summary begins with what is new, and what nobody
 * acknowledged in time is critical whatever it was before.
 */
final class PagerDutySender extends HttpSender {

  static final URI ADDRESS = URI.create("https://events.pagerduty.com/v2/enqueue");
  private static final int MOST_KEY = 255;
  private static final int MOST_SUMMARY = 1_024;

  private final String routingKey;

  PagerDutySender(Http http, URI address, String routingKey) {
    super(http, address);
    this.routingKey = routingKey;
  }

  @Override
  public Answer send(Message message) {
    return http.post(address, body(message, routingKey), Map.of());
  }

  static byte[] body(Message message, String routingKey) {
    Notice notice = message.notice();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("summary", Cut.to(MOST_SUMMARY, news(notice) + message.title()));
    payload.put("source", notice.brand() == null ? "frontline" : notice.brand());
    payload.put("severity", severity(notice));
    payload.put("timestamp", notice.at().toString());
    payload.put("class", notice.kind().word());
    payload.put(
        "custom_details",
        Map.of("kind", notice.kind().word(), "lines", Cut.lines(20_000, message.lines())));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", routingKey);
    event.put("event_action", isEnd(notice) ? "resolve" : "trigger");
    event.put("dedup_key", Cut.to(MOST_KEY, "frontline-" + notice.about()));
    event.put("client", "Frontline");
    event.put("payload", payload);
    if (message.link() != null) {
      event.put("links", List.of(Map.of("href", message.link(), "text", "Open in Frontline")));
    }
    try {
      return Json.MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }

  private static String news(Notice notice) {
    return switch (notice.kind()) {
      case INCIDENT_ESCALATED -> "Escalated, nobody acknowledged it in time: ";
      case INCIDENT_CONFIRMED -> "Confirmed: ";
      case RISK_RISING -> "Worse than it was: ";
      default -> "";
    };
  }

  private static boolean isEnd(Notice notice) {
    return notice.kind() == NoticeKind.INCIDENT_CLOSED;
  }

  private static String severity(Notice notice) {
    if (notice.kind() == NoticeKind.TEST) {
      return "info";
    }
    if (notice.kind() == NoticeKind.INCIDENT_ESCALATED) {
      return "critical";
    }
    return switch (notice.urgency()) {
      case CRITICAL -> "critical";
      case HIGH -> "error";
      case NORMAL -> "warning";
    };
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
