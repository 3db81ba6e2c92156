package dev.frontline.ingest.network.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.PlainText;
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
import dev.frontline.ingest.source.Signatures;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A Discourse forum (docs.discourse.org): its webhooks tell posts, edits and deletions. The secret
 * is {@code HOOK_SECRET} or {@code HOOK_SECRET:API_KEY}, the second to answer as {@code
 * settings.user}.
 */
@ApplicationScoped
class Discourse implements PushSource, AnsweringSource {

  private static final Traits TRAITS =
      new Traits(
          "discourse",
          "none: the forum calls",
          Duration.ZERO,
          Deletion.EVENT,
          60,
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          0,
          Replies.HERE,
          32_000,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "discourse";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public boolean genuine(Opened opened, Delivery delivery) {
    return Signatures.holds(
        delivery.header("x-discourse-event-signature"), secret(opened)[0], delivery.body());
  }

  @Override
  public Page take(Opened opened, Delivery delivery) throws Fault {
    Page.Builder page = new Page.Builder();
    JsonNode post = delivery.json().path("post");
    String event = delivery.header("x-discourse-event").orElse("");
    if (!post.isObject() || !event.startsWith("post_")) {
      return page.end(Cursor.START);
    }
    String id = Nodes.text(post, "/id");
    String author = Nodes.text(post, "/username");
    if (id == null || author == null) {
      throw Fault.broken("a post without id or username", delivery.body());
    }
    String host = opened.at("", "").getHost();
    if (event.equals("post_destroyed")) {
      page.post(new Post.Deleted("discourse:" + host + "/" + id, opened.now()));
      return page.end(Cursor.START);
    }
    Instant at = Nodes.time(post, "/created_at").orElse(opened.now());
    Post.Content content = draft(opened, post, host, id, author, at).content();
    page.post(
        event.equals("post_edited")
            ? new Post.Updated(content, Nodes.time(post, "/updated_at").orElse(opened.now()))
            : new Post.Created(content));
    return page.end(Cursor.START);
  }

  private static Draft draft(
      Opened opened, JsonNode post, String host, String id, String author, Instant at) {
    String topic = Nodes.textOr(post, "/topic_id", "");
    long number = post.path("post_number").asLong(1);
    String title = number == 1 ? Nodes.textOr(post, "/topic_title", "") + "\n" : "";
    String words = Nodes.textOr(post, "/raw", PlainText.of(Nodes.textOr(post, "/cooked", "")));
    String path = "/t/" + Nodes.textOr(post, "/topic_slug", "-") + "/" + topic + "/" + number;
    return new Draft("discourse", host + "/" + id)
        .author(
            new Author(
                host + "/" + author,
                author,
                Nodes.text(post, "/name"),
                null,
                opened.at("", "/u/" + author).toString(),
                null))
        .text((title + words).strip())
        .createdAt(at, opened.now())
        .url(opened.at("", path).toString())
        .threadRoot(host + "/t/" + topic);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    String[] secret = secret(opened);
    if (secret.length < 2) {
      return new Sent.Refused("its secret holds no API key: write HOOK_SECRET:API_KEY to answer");
    }
    String root = reply.conversationId();
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("raw", reply.text())
        .put("topic_id", Long.parseLong(root.substring(root.lastIndexOf('/') + 1)));
    Ask ask =
        Ask.json(opened.at("", "/posts.json"), body.toString().getBytes(StandardCharsets.UTF_8))
            .header("Api-Key", secret[1])
            .header("Api-Username", opened.setting("user", "system"));
    try {
      JsonNode made = opened.ask(ask).json();
      String host = opened.at("", "").getHost();
      return new Sent.Posted(
          "discourse:" + host + "/" + Nodes.textOr(made, "/id", "?"),
          opened.at("", "/p/" + Nodes.textOr(made, "/id", "")).toString());
    } catch (Fault e) {
      if (again && e.words().contains("422")) {
        // A forum refuses the same words twice: they stand there already.
        return new Sent.Unknown("the forum has these words already: " + e.words());
      }
      throw e;
    }
  }

  private static String[] secret(Opened opened) {
    return String.valueOf(opened.secret()).split(":", 2);
  }
}
