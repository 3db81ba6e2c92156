package dev.frontline.routing.notification.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Slack's incoming webhooks: blocks with mrkdwn text, {@code & < >} escaped, at most 3,000
 * characters a section, about one message a second. It knows no keys.
 */
final class SlackSender extends HttpSender {

  private static final int SECTION = 2_900;

  /** Of all sections: a digest of more than a hundred alerts. */
  private static final int MOST = 25_000;

  SlackSender(Http http, URI address) {
    super(http, address);
  }

  @Override
  public Answer send(Message message) {
    return http.post(address, body(message), Map.of());
  }

  static byte[] body(Message message) {
    String title = escape(Cut.to(300, message.title()));
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(section("*" + title.replace("*", "∗") + "*"));
    sections(Cut.lines(MOST, message.lines())).forEach(text -> blocks.add(section(text)));
    if (message.link() != null) {
      blocks.add(section("<" + escape(message.link()) + "|Open in Frontline>"));
    }
    try {
      return Json.MAPPER.writeValueAsBytes(Map.of("text", title, "blocks", blocks));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }

  /** The lines in as few sections as hold them. */
  private static List<String> sections(List<String> lines) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (String line : lines) {
      String text = text(line);
      if (!section.isEmpty() && section.length() + 1 + text.length() > SECTION) {
        sections.add(section.toString());
        section.setLength(0);
      }
      section.append(section.isEmpty() ? "" : "\n").append(text);
    }
    if (!section.toString().isBlank()) {
      sections.add(section.toString());
    }
    return sections;
  }

  /** Escaping makes text longer, so it is cut until the escaped fits. */
  private static String text(String line) {
    for (int most = SECTION; ; most = most * 2 / 3) {
      String text = escape(Cut.to(most, line));
      if (text.length() <= SECTION) {
        return text;
      }
    }
  }

  private static Map<String, Object> section(String mrkdwn) {
    return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", mrkdwn));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public boolean takesKeys() {
    return false;
  }

  @Override
  public Duration pace() {
    return Duration.ofSeconds(1);
  }
}
