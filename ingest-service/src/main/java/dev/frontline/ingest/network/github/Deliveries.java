package dev.frontline.ingest.network.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Webhooks of repositories and organisations (docs.github.com/webhooks): issues, discussions and
 * the comments below them, which a search does not tell.
 */
final class Deliveries {

  /** Of each event, what was written and below what. */
  private static final Map<String, String[]> EVENTS =
      Map.of(
          "issues", new String[] {"issue", ""},
          "issue_comment", new String[] {"comment", "issue"},
          "discussion", new String[] {"discussion", ""},
          "discussion_comment", new String[] {"comment", "discussion"});

  private Deliveries() {}

  static Page page(Opened opened, Delivery delivery) throws Fault {
    Page.Builder page = new Page.Builder();
    String[] parts = EVENTS.get(delivery.header("x-github-event").orElse(""));
    if (parts != null) {
      JsonNode body = delivery.json();
      String root = Nodes.textOr(body.path(parts[1]), "/node_id", "");
      put(opened, Nodes.textOr(body, "/action", ""), body.path(parts[0]), root, page);
    }
    return page.end(Cursor.START);
  }

  private static void put(
      Opened opened, String action, JsonNode written, String root, Page.Builder page) throws Fault {
    Instant now = opened.now();
    switch (action) {
      case "created", "opened", "edited" -> {
        Draft draft =
            Written.draft(written, now)
                .orElseThrow(
                    () ->
                        Fault.broken(
                            "it tells a post without node_id, user or time",
                            written.toString().getBytes(StandardCharsets.UTF_8)));
        Post.Content content = draft.inReplyTo(root).threadRoot(root).content();
        page.post(
            action.equals("edited")
                ? new Post.Updated(content, Nodes.time(written, "/updated_at").orElse(now))
                : new Post.Created(content));
      }
      case "deleted" -> {
        String id = Nodes.textOr(written, "/node_id", "");
        if (!id.isEmpty()) {
          page.post(new Post.Deleted("github:" + id, now));
        }
      }
      default -> {
        // Labelled, closed, pinned: nobody said anything.
      }
    }
  }
}
