package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Traits.Deletion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** Posts and comments on a company's own Facebook Pages. */
@ApplicationScoped
class FacebookPages extends MetaSource {

  private static final Set<String> WORDS =
      Set.of("post", "status", "comment", "share", "photo", "video");

  FacebookPages() {
    super("facebook", "feed", "comments", Deletion.EVENT);
  }

  @Override
  String edge() {
    return "feed";
  }

  @Override
  String fields() {
    return "id,from,message,created_time,comments.filter(stream).order(reverse_chronological).limit(100){"
        + commentFields()
        + "}";
  }

  @Override
  String commentFields() {
    return "id,from,message,created_time,parent{id}";
  }

  @Override
  void found(Opened opened, JsonNode post, Page.Builder page) {
    ObjectNode value = said(post).put("item", "post");
    value.put("post_id", Nodes.textOr(post, "/id", ""));
    put(opened, value, madeAt(post).orElse(opened.now()), page);
  }

  @Override
  JsonNode told(JsonNode post, JsonNode comment) {
    String below = Nodes.textOr(post, "/id", "");
    return said(comment)
        .put("item", "comment")
        .put("comment_id", Nodes.textOr(comment, "/id", ""))
        .put("post_id", below)
        .put("parent_id", Nodes.textOr(comment, "/parent/id", below));
  }

  private ObjectNode said(JsonNode listed) {
    ObjectNode value = Json.MAPPER.createObjectNode();
    value.put("verb", "add").put("message", Nodes.textOr(listed, "/message", ""));
    value.set("from", listed.path("from"));
    madeAt(listed).ifPresent(at -> value.put("created_time", at.getEpochSecond()));
    return value;
  }

  @Override
  void put(Opened opened, JsonNode value, Instant now, Page.Builder page) {
    if (!WORDS.contains(Nodes.textOr(value, "/item", ""))) {
      return;
    }
    String post = Nodes.textOr(value, "/post_id", "");
    String id = Nodes.textOr(value, "/comment_id", post);
    String author = Nodes.text(value, "/from/id");
    String verb = Nodes.textOr(value, "/verb", "");
    if (id.isEmpty()) {
      page.unreadable(value.toString(), "a change that names no post");
    } else if (verb.equals("remove") || verb.equals("hide")) {
      page.post(new Post.Deleted("facebook:" + id, opened.now()));
    } else if (author == null) {
      page.unreadable(value.toString(), "a change without an author");
    } else {
      Instant at = Nodes.epoch(value, "/created_time").orElse(opened.now());
      boolean comment = !id.equals(post);
      Draft draft =
          new Draft("facebook", id)
              .author(new Author(author, null, Nodes.text(value, "/from/name"), null, null, null))
              .text(Nodes.textOr(value, "/message", ""))
              .createdAt(at, opened.now())
              .url("https://www.facebook.com/" + id)
              .inReplyTo(comment ? Nodes.textOr(value, "/parent_id", post) : null)
              .threadRoot(comment && !post.isEmpty() ? post : null);
      page.post(
          verb.startsWith("edit")
              ? new Post.Updated(draft.content(), opened.now())
              : draft.created());
    }
  }
}
