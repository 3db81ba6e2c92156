package dev.frontline.routing.notification.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.frontline.contracts.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Microsoft Teams through a workflow that starts when a webhook request is received: an Adaptive
 * Card 1.4 of less than 28 KB. Text stands in runs, in which nothing is Markdown. It knows no keys.
 */
final class TeamsSender extends HttpSender {

  TeamsSender(Http http, URI address) {
    super(http, address);
  }

  @Override
  public Answer send(Message message) {
    return http.post(address, body(message), Map.of());
  }

  static byte[] body(Message message) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(block(Cut.to(300, message.title()), true));
    Cut.lines(6_000, message.lines()).forEach(line -> blocks.add(block(line, false)));
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("body", blocks);
    if (message.link() != null) {
      card.put(
          "actions",
          List.of(
              Map.of(
                  "type", "Action.OpenUrl", "title", "Open in Frontline", "url", message.link())));
    }
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.put("contentUrl", NullNode.getInstance()); // Teams wants it named
    attachment.put("content", card);
    try {
      return Json.MAPPER.writeValueAsBytes(
          Map.of("type", "message", "attachments", List.of(attachment)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }

  private static Map<String, Object> block(String text, boolean bold) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("type", "TextRun");
    run.put("text", text.isEmpty() ? " " : text);
    if (bold) {
      run.put("weight", "Bolder");
    }
    return Map.of("type", "RichTextBlock", "inlines", List.of(run));
  }

  @Override
  public boolean takesKeys() {
    return false;
  }

  @Override
  public Duration pace() {
    return Duration.ofMillis(250);
  }
}
