package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Comments below a company's own Instagram posts. Deletions are not told. */
@ApplicationScoped
class Instagram implements PushSource, AnsweringSource {

  private static final Traits TRAITS = Graph.traits("instagram", Deletion.NONE);

  @Override
  public String kind() {
    return "instagram";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public boolean genuine(Opened opened, Delivery delivery) {
    return Graph.genuine(opened, delivery);
  }

  @Override
  public Optional<String> greet(Opened opened, Delivery question) {
    return Graph.greet(opened, question);
  }

  @Override
  public Page take(Opened opened, Delivery delivery) throws Fault {
    Page.Builder page = new Page.Builder();
    for (JsonNode entry : delivery.json().path("entry")) {
      Instant at = Nodes.epoch(entry, "/time").orElse(opened.now());
      for (JsonNode change : entry.path("changes")) {
        if (Nodes.textOr(change, "/field", "").equals("comments")) {
          put(opened, change.path("value"), at, page);
        }
      }
    }
    return page.end(Cursor.START);
  }

  private static void put(Opened opened, JsonNode value, Instant at, Page.Builder page) {
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

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    if (again) {
      return new Sent.Unknown("Instagram knows no key by which a second try would be the first");
    }
    String id = reply.mentionId().substring("instagram:".length());
    return Graph.post(opened, "instagram", "/" + id + "/replies", reply.text());
  }
}
