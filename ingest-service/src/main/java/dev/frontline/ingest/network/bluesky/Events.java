package dev.frontline.ingest.network.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Jetstream's events as posts. */
final class Events {

  /** In the cursor: microseconds since 1970 of the last event. */
  static final String TIME = "time_us";

  static final String PROFILE = "https://bsky.app/profile/";

  private static final String POSTS = "app.bsky.feed.post";
  private static final int MICROS = 1_000_000;

  /** A cursor older than this may lie before what the server keeps. */
  private static final Duration SAFE = Duration.ofHours(24);

  /** Bluesky is never quiet for so long. */
  private static final Duration NEVER_QUIET = Duration.ofMinutes(1);

  private Events() {}

  static long micros(Instant at) {
    return at.getEpochSecond() * MICROS + at.getNano() / 1000;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
  }

  static Page page(Opened opened, List<String> frames, Cursor cursor) {
    Page.Builder page = new Page.Builder();
    long last = cursor.number(TIME, 0);
    for (String frame : frames) {
      JsonNode event;
      try {
        event = Json.MAPPER.readTree(frame);
      } catch (JsonProcessingException | StackOverflowError e) {
        page.unreadable(frame, "a frame that is not JSON");
        continue;
      }
      long time = event.path(TIME).asLong();
      gap(last, time, opened.now(), page);
      put(opened, event, frame, page);
      last = Math.max(last, time);
    }
    return page.end(last == 0 ? cursor : cursor.with(TIME, last));
  }

  /** The server moves a cursor that is too old to the oldest event it has, and does not say so. */
  private static void gap(long last, long time, Instant now, Page.Builder page) {
    if (last > 0
        && time > 0
        && instant(last).plus(SAFE).isBefore(now)
        && instant(last).plus(NEVER_QUIET).isBefore(instant(time))) {
      page.gap(new Gap(instant(last), instant(time), "the stream does not go back that far"));
    }
  }

  private static void put(Opened opened, JsonNode event, String frame, Page.Builder page) {
    String did = Nodes.textOr(event, "/did", "");
    String kind = Nodes.textOr(event, "/kind", "");
    if (kind.equals("account")
        && !event.at("/account/active").asBoolean(true)
        && Nodes.textOr(event, "/account/status", "").equals("deleted")) {
      page.goneAuthor("bluesky:" + did);
    }
    JsonNode commit = event.path("commit");
    if (!kind.equals("commit") || !Nodes.textOr(commit, "/collection", "").equals(POSTS)) {
      return;
    }
    String rkey = Nodes.textOr(commit, "/rkey", "");
    if (did.isEmpty() || rkey.isEmpty()) {
      page.unreadable(frame, "a commit without did or rkey");
      return;
    }
    String uri = "at://" + did + "/" + POSTS + "/" + rkey;
    Instant heard =
        event.path(TIME).asLong() > 0 ? instant(event.path(TIME).asLong()) : opened.now();
    switch (Nodes.textOr(commit, "/operation", "")) {
      case "create" ->
          page.post(new Post.Created(content(commit.path("record"), author(did), uri, heard)));
      case "update" -> {
        Post.Content content = content(commit.path("record"), author(did), uri, heard);
        page.post(new Post.Updated(content, heard));
      }
      case "delete" -> page.post(new Post.Deleted("bluesky:" + uri, heard));
      default -> page.unreadable(frame, "a commit that neither creates, updates nor deletes");
    }
  }

  private static Author author(String did) {
    return new Author(did, null, null, null, PROFILE + did, null);
  }

  /**
   * @param heard a post's own time is its author's claim: it is not believed where it is later
   */
  static Post.Content content(JsonNode record, Author author, String uri, Instant heard) {
    String did = author.id();
    Draft draft =
        new Draft("bluesky", uri)
            .author(author)
            .text(Nodes.textOr(record, "/text", ""))
            .lang(Nodes.text(record, "/langs/0"))
            .createdAt(Nodes.time(record, "/createdAt").orElse(heard), heard)
            .url(PROFILE + did + "/post/" + uri.substring(uri.lastIndexOf('/') + 1))
            .inReplyTo(Nodes.text(record, "/reply/parent/uri"))
            .threadRoot(Nodes.text(record, "/reply/root/uri"));
    for (JsonNode image : record.at("/embed/images")) {
      String link = Nodes.textOr(image, "/image/ref/$link", "");
      draft.media(
          "image",
          link.isEmpty() ? "" : "https://cdn.bsky.app/img/feed_thumbnail/plain/" + did + "/" + link,
          Nodes.text(image, "/alt"));
    }
    draft.media("link", Nodes.textOr(record, "/embed/external/uri", ""), null);
    return draft.content();
  }
}
