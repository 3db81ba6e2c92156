package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits.Deletion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Comments below a company's own Instagram posts, and posts and comments of others that mention its
 * accounts ({@link InstagramMention}). Deletions are told to whoever looks again.
 */
@ApplicationScoped
class Instagram extends MetaSource {

  Instagram() {
    super("instagram", "comments", "replies", Deletion.SWEEP);
  }

  @Override
  public Page fetch(Opened opened, Delivery delivery) throws Fault, InterruptedException {
    return new Mentions(opened).fetch(delivery);
  }

  @Override
  void look(Opened opened, String mentionId) throws Fault, InterruptedException {
    Optional<InstagramMention> mention = InstagramMention.remembered(opened, mentionId);
    if (mention.isPresent()) {
      mention.get().ask(opened);
    } else {
      super.look(opened, mentionId);
    }
  }

  @Override
  Sent post(Opened opened, ReplyRequested reply) throws Fault, InterruptedException {
    Optional<InstagramMention> mention = InstagramMention.remembered(opened, reply.mentionId());
    return mention.isPresent()
        ? Graph.post(
            opened, "instagram", mention.get().answers(), reply.text(), mention.get().answered())
        : super.post(opened, reply);
  }

  @Override
  String edge() {
    return "media";
  }

  @Override
  String fields() {
    return "id,timestamp,comments.limit(50){" + commentFields() + "}";
  }

  @Override
  String commentFields() {
    return "id,text,timestamp,from,parent_id";
  }

  /** The company's own: it is no mention. */
  @Override
  void found(Opened opened, JsonNode post, Page.Builder page) {}

  @Override
  JsonNode told(JsonNode post, JsonNode comment) {
    ObjectNode value = comment.isObject() ? comment.deepCopy() : Json.MAPPER.createObjectNode();
    value.putObject("media").put("id", Nodes.textOr(post, "/id", ""));
    return value;
  }

  @Override
  void put(Opened opened, JsonNode value, Instant at, Page.Builder page) {
    String id = Nodes.text(value, "/id");
    String author = Nodes.text(value, "/from/id");
    if (id == null || author == null) {
      page.unreadable(value.toString(), "a comment without id or author");
      return;
    }
    String name = Nodes.text(value, "/from/username");
    String media = Nodes.text(value, "/media/id");
    page.post(
        new Draft("instagram", id)
            .author(
                new Author(
                    author,
                    name,
                    name,
                    null,
                    name == null ? null : "https://www.instagram.com/" + name + "/",
                    null))
            .text(Nodes.textOr(value, "/text", ""))
            .createdAt(at, opened.now())
            .inReplyTo(Nodes.textOr(value, "/parent_id", media == null ? "" : media))
            .threadRoot(media)
            .created());
  }
}
