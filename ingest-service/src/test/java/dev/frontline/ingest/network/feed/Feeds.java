package dev.frontline.ingest.network.feed;

import dev.frontline.ingest.reading.Served.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  static Reply ok(String body) {
    return new Reply(200, Map.of(), body);
  }

  /** The mention ids of the first items. */
  static List<String> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> "feed:https://n.invalid/" + n).toList();
  }
}
