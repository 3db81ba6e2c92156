package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
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
import java.util.Set;

/** Posts and comments on a company's own Facebook Pages. */
@ApplicationScoped
class FacebookPages implements PushSource, AnsweringSource {

  private static final Set<String> WORDS =
      Set.of("post", "status", "comment", "share", "photo", "video");
  private static final Traits TRAITS = Graph.traits("facebook", Deletion.EVENT);

  @Override
  public String kind() {
    return "facebook";
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
      for (JsonNode change : entry.path("changes")) {
        if (Nodes.textOr(change, "/field", "").equals("feed")) {
          put(opened, change.path("value"), page);
        }
      }
    }
    return page.end(Cursor.START);
  }

  private static void put(Opened opened, JsonNode value, Page.Builder page) {
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

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    if (again) {
      return new Sent.Unknown("Facebook knows no key by which a second try would be the first");
    }
    String id = reply.mentionId().substring("facebook:".length());
    return Graph.post(opened, "facebook", "/" + id + "/comments", reply.text());
  }
}
