package dev.frontline.ingest.network.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A notification of a page: somebody commented there, changed or deleted it, or named the page. */
final class Notification {

  private static final String SITE = "https://www.linkedin.com/feed/update/";
  private static final String PERSON = "urn:li:person:";

  private Notification() {}

  /** Remembers what was deleted, by its URN. */
  static void noteGone(JsonNode told, Set<String> gone) {
    String urn = Nodes.textOr(told, "/generatedActivity", "");
    if (action(told).equals("COMMENT_DELETE") && !urn.isEmpty()) {
      gone.add(urn);
    }
  }

  static void put(Opened opened, JsonNode told, Set<String> gone, Page.Builder page) {
    String urn = Nodes.text(told, "/generatedActivity");
    long at = told.path("lastModifiedAt").asLong();
    JsonNode said = said(told);
    String owner = Nodes.text(said, "/owner");
    if (urn == null || urn.contains(" ") || at <= 0) {
      page.unreadable(told.toString(), "a notification without activity or time");
    } else if (gone.contains(urn)) {
      page.post(new Post.Deleted("linkedin:" + urn, opened.now()));
    } else if (owner == null) {
      page.unreadable(told.toString(), "a notification without an author");
    } else {
      page.post(post(told, said, urn, owner, Instant.ofEpochMilli(at), opened.now()));
    }
  }

  private static Post post(
      JsonNode told, JsonNode said, String urn, String owner, Instant at, Instant now) {
    boolean comment = urn.startsWith("urn:li:comment:");
    String source = Nodes.text(told, "/sourcePost");
    String root = comment ? source : null;
    boolean edited = action(told).equals("COMMENT_EDIT");
    return new Draft("linkedin", urn)
        .author(
            new Author(
                owner, null, owner.startsWith(PERSON) ? "LinkedIn member" : null, null, null, null))
        .text(Nodes.textOr(said, "/text", Nodes.textOr(said, "/message/text", "")))
        .createdAt(at, now)
        .editedAt(edited ? at : null)
        .url(root == null ? SITE + urn : SITE + root + "?commentUrn=" + Ask.encode(urn))
        .inReplyTo(comment ? parent(said, source) : null)
        .threadRoot(root)
        .created();
  }

  private static @Nullable String parent(JsonNode said, @Nullable String post) {
    String comment = Nodes.text(said, "/parentComment");
    return comment == null ? post : comment;
  }

  private static JsonNode said(JsonNode told) {
    JsonNode decorated = told.path("decoratedGeneratedActivity");
    return decorated.has("comment") ? decorated.path("comment") : decorated.path("share");
  }

  private static String action(JsonNode told) {
    return Nodes.textOr(told, "/action", "");
  }
}
