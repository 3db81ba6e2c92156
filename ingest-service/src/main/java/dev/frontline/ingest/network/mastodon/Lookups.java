package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.util.List;
import java.util.Optional;

/**
 * Looks statuses up by the id that they had when they were heard here: one that is not found is
 * gone, one that was edited is told anew.
 */
final class Lookups {

  /** One request each: a sixth of what a server allows in a minute. */
  static final int TOGETHER = 10;

  private Lookups() {}

  static Page page(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    Page.Builder page = new Page.Builder();
    String beginning = Status.alias(opened, "");
    for (String id : mentionIds) {
      Optional<String> local = opened.memory().aliasOf(id, beginning);
      if (local.isPresent() && !look(opened, id, local.get().substring(beginning.length()), page)) {
        break;
      }
    }
    return page.end(Cursor.START);
  }

  /** False where the server does not say without a token. */
  private static boolean look(Opened opened, String id, String local, Page.Builder page)
      throws Fault, InterruptedException {
    try {
      JsonNode status =
          opened
              .ask(
                  Ask.get(opened.at("", "/api/v1/statuses/" + Ask.encode(local)))
                      .bearer(opened.secret()))
              .json();
      if (("mastodon:" + Nodes.textOr(status, "/uri", "")).equals(id)) {
        Status.edited(opened, status).ifPresent(page::post);
      }
      return true;
    } catch (Fault e) {
      switch (e.kind()) {
        case MISSING, GONE -> {
          page.post(new Post.Deleted(id, opened.now()));
          return true;
        }
        case SIGNED_OUT, FORBIDDEN -> {
          if (opened.secret() == null) {
            return false;
          }
          throw e;
        }
        default -> throw e;
      }
    }
  }
}
