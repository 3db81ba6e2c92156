package dev.frontline.ingest.network.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Feeds as publishers write them. */
final class Feeds {

  private Feeds() {}

  static String rss(String inChannel, String... titles) {
    return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>t</title>"
        + inChannel
        + IntStream.range(0, titles.length)
            .mapToObj(n -> item(n + 1, titles[n]))
            .collect(Collectors.joining())
        + "</channel></rss>";
  }

  static String item(int n, String title) {
    return "<item><guid>https://n.invalid/"
        + n
        + "</guid><title>"
        + title
        + "</title><pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>";
  }

  static String atom(String title) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>urn:f</id>"
        + "<updated>2026-03-02T11:00:00Z</updated><entry><id>urn:1</id><title>"
        + title
        + "</title><updated>2026-03-02T11:00:00Z</updated></entry></feed>";
  }

  static String json(String title) {
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[{\"id\":\"1\","
        + "\"title\":\""
        + title
        + "\",\"content_text\":\"words\",\"date_published\":\"2026-03-02T11:00:00Z\"}]}";
  }

  /** A page of a JSON Feed, one item an hour back from NOON for each number. */
  static String jsonPage(@Nullable String next, int... items) {
    ObjectNode feed = Json.MAPPER.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", "t");
    if (next != null) {
      feed.put("next_url", next);
    }
    ArrayNode list = feed.putArray("items");
    for (int n : items) {
      list.addObject()
          .put("id", "https://n.invalid/" + n)
          .put("content_text", "Kettlery " + n)
          .put("date_published", Rig.NOON.minus(Duration.ofHours(n)).toString());
    }
    return feed.toString();
  }

  static Reply ok(String body) {
    return new Reply(200, Map.of(), body);
  }

  /** The mention ids of the first items. */
  static List<String> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> "feed:https://n.invalid/" + n).toList();
  }
}
