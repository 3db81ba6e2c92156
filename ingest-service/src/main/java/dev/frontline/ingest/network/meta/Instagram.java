package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Traits.Deletion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Comments below a company's own Instagram posts. Deletions are told to whoever looks again. */
@ApplicationScoped
class Instagram extends MetaSource {

  Instagram() {
    super("instagram", "comments", "replies", Deletion.SWEEP);
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
