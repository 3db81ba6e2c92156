package dev.frontline.ingest.network.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {

  private JsonFeed() {}

  static boolean isJson(byte[] body) {
    for (byte b : body) {
      if (!Character.isWhitespace(b)) {
        return b == '{';
      }
    }
    return false;
  }

  static List<Post> parse(byte[] body, String host, Instant now) throws Fault {
    return posts(feed(body), host, now, now);
  }

  /** The feed, once it is known to be one. */
  static JsonNode feed(byte[] body) throws Fault {
    JsonNode feed;
    try {
      feed = Json.MAPPER.readTree(body);
    } catch (IOException | StackOverflowError e) {
      throw Fault.broken("it is no JSON Feed: not JSON", body);
    }
    if (!Nodes.textOr(feed, "/version", "").contains("jsonfeed.org")) {
      throw Fault.broken("it is no JSON Feed: it names no version", body);
    }
    return feed;
  }

  /**
   * Its items.
   *
   * @param undated stands in where an item tells no time
   */
  static List<Post> posts(JsonNode feed, String host, Instant undated, Instant now) {
    List<Post> posts = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      String id = Nodes.textOr(item, "/id", Nodes.textOr(item, "/url", ""));
      if (!id.isBlank()) {
        posts.add(post(feed, item, id, host, undated, now));
      }
    }
    return posts;
  }

  private static Post post(
      JsonNode feed, JsonNode item, String id, String host, Instant undated, Instant now) {
    String name =
        Nodes.textOr(item, "/authors/0/name", Nodes.textOr(feed, "/authors/0/name", host));
    String title = Nodes.textOr(item, "/title", "");
    String body =
        Nodes.textOr(item, "/content_text", PlainText.of(Nodes.text(item, "/content_html")));
    Instant created = Nodes.time(item, "/date_published").orElse(undated);
    Draft draft =
        new Draft("feed", id)
            .author(new Author(host + "/" + name, name, name, null, null, null))
            .text(title.isBlank() || body.startsWith(title) ? body : (title + "\n" + body).strip())
            .lang(Nodes.textOr(item, "/language", Nodes.textOr(feed, "/language", "")))
            .createdAt(created, now)
            .editedAt(
                Nodes.time(item, "/date_modified")
                    .filter(at -> at.isAfter(created) && !at.isAfter(now))
                    .orElse(null))
            .url(Nodes.text(item, "/url"));
    for (JsonNode media : item.path("attachments")) {
      draft.media(Nodes.textOr(media, "/mime_type", "file"), Nodes.textOr(media, "/url", ""), null);
    }
    return draft.created();
  }
}
