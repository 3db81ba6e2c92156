package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Fetches what our own account answered where that was never heard: a status names its parent by
 * the server's own id alone, and only the parent itself tells the id that is the same everywhere.
 */
final class Parents {

  /** One request each; further ones stay named by the server's own id. */
  private static final int MOST = 10;

  private Parents() {}

  /** Puts the parents on the page, before what answers them. */
  static void put(Opened opened, JsonNode statuses, Page.Builder page)
      throws Fault, InterruptedException {
    Set<String> beside = new LinkedHashSet<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (JsonNode status : statuses) {
      beside.add(Nodes.textOr(status, "/id", ""));
      String parent = Nodes.text(status, "/in_reply_to_id");
      if (parent != null
          && Status.isOurs(opened, status)
          && opened.memory().aliased(Status.alias(opened, parent)).isEmpty()) {
        wanted.add(parent);
      }
    }
    wanted.stream().filter(beside::contains).forEach(id -> remember(opened, statuses, id));
    wanted.removeAll(beside);
    for (String id : wanted.stream().limit(MOST).toList()) {
      fetch(opened, id, page);
    }
  }

  private static void fetch(Opened opened, String id, Page.Builder page)
      throws Fault, InterruptedException {
    try {
      JsonNode parent =
          opened
              .ask(
                  Ask.get(opened.at("", "/api/v1/statuses/" + Ask.encode(id)))
                      .bearer(opened.secret()))
              .json();
      remember(opened, parent);
      if (Nodes.text(parent, "/uri") != null) {
        Status.put(opened, parent, page);
      }
    } catch (Fault e) {
      switch (e.kind()) {
        case MISSING, GONE, FORBIDDEN, REFUSED -> {
          // Gone, or not for us to see: the answer stays as it was told.
        }
        default -> throw e;
      }
    }
  }

  private static void remember(Opened opened, JsonNode statuses, String id) {
    for (JsonNode status : statuses) {
      if (id.equals(Nodes.text(status, "/id"))) {
        remember(opened, status);
      }
    }
  }

  private static void remember(Opened opened, JsonNode status) {
    String id = Nodes.text(status, "/id");
    String uri = Nodes.text(status, "/uri");
    if (id != null && uri != null) {
      opened.memory().remember(Status.alias(opened, id), "mastodon:" + uri, opened.now());
    }
  }
}
