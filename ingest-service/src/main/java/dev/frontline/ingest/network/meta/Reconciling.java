package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads once more what the network should have told: the posts of the last month, each with its
 * newest comments, and further back below those that have many new ones. Meta keeps no history of
 * what it told, and gives up telling after 36 hours.
 */
final class Reconciling {

  private static final Duration POSTS_OF = Duration.ofDays(30);
  private static final Duration AT_FIRST = Duration.ofHours(36);
  private static final Duration OVERLAP = Duration.ofHours(1);
  private static final String SINCE = "since";
  private static final String BEGAN = "began";
  private static final String AFTER = "after";
  private static final String DEEPER = "deeper";
  private static final String BETWEEN = " ";

  private final MetaSource source;
  private final Opened opened;
  private final Page.Builder page = new Page.Builder();

  Reconciling(MetaSource source, Opened opened) {
    this.source = source;
    this.opened = opened;
  }

  /** The next page of it; over once the cursor tells nothing but when it began. */
  Page read(Cursor cursor) throws Fault, InterruptedException {
    Instant since = cursor.time(SINCE).orElse(opened.now().minus(AT_FIRST)).minus(OVERLAP);
    Cursor begun = cursor.get(BEGAN).isPresent() ? cursor : cursor.with(BEGAN, opened.now());
    List<String> deeper = new ArrayList<>(deeper(cursor));
    if (!deeper.isEmpty()) {
      below(deeper.remove(0), since, deeper);
      return next(begun, deeper);
    }
    JsonNode posts =
        Graph.get(
            opened,
            "/" + opened.setting("account", "me") + "/" + source.edge(),
            Map.of(
                "fields", source.fields(), "limit", "25", "after", cursor.get(AFTER).orElse("")));
    boolean old = false;
    for (JsonNode post : posts.path("data")) {
      source.found(opened, post, page);
      comments(post, post.path("comments"), since, deeper);
      old |= source.madeAt(post).orElse(opened.now()).isBefore(opened.now().minus(POSTS_OF));
    }
    String after = posts.has("data") && !old ? further(posts) : "";
    return next(begun.with(AFTER, after.isEmpty() ? null : after), deeper);
  }

  private Page next(Cursor cursor, List<String> deeper) {
    boolean more = !deeper.isEmpty() || cursor.get(AFTER).isPresent();
    return more
        ? page.more(cursor.with(DEEPER, deeper.isEmpty() ? null : String.join(BETWEEN, deeper)))
        : page.end(Cursor.START.with(SINCE, cursor.get(BEGAN).orElse(null)));
  }

  /** Older comments below a post, named by its id and where to go on. */
  private void below(String named, Instant since, List<String> deeper)
      throws Fault, InterruptedException {
    String id = named.substring(0, named.indexOf('|'));
    JsonNode comments =
        Graph.get(
            opened,
            "/" + id + "/comments",
            Map.of(
                "fields", source.commentFields(),
                "filter", "stream",
                "order", "reverse_chronological",
                "limit", "100",
                "after", named.substring(named.indexOf('|') + 1)));
    JsonNode post = Json.MAPPER.createObjectNode().put("id", id);
    comments(post, comments, since, deeper);
  }

  private void comments(JsonNode post, JsonNode comments, Instant since, List<String> deeper) {
    boolean reached = false;
    for (JsonNode comment : comments.path("data")) {
      Instant at = source.madeAt(comment).orElse(opened.now());
      source.put(opened, source.told(post, comment), at, page);
      reached |= at.isBefore(since);
    }
    String after = further(comments);
    if (!reached && !after.isEmpty()) {
      deeper.add(Nodes.textOr(post, "/id", "") + "|" + after);
    }
  }

  private static String further(JsonNode list) {
    return list.at("/paging/next").isTextual()
        ? Nodes.textOr(list, "/paging/cursors/after", "")
        : "";
  }

  private static List<String> deeper(Cursor cursor) {
    return cursor.get(DEEPER).map(all -> List.of(all.split(BETWEEN))).orElse(List.of());
  }
}
