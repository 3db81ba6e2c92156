package dev.frontline.ingest.network.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.network.bluesky.Sessions.Session;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts an answer into the account's own repository. Its key follows from the reply's id, so a
 * second try writes over the first: the network has no idempotency key, and needs none.
 */
final class Answering {

  private static final String POSTS = "app.bsky.feed.post";
  private static final int MOST_GRAPHEMES = 300;
  private static final int MOST_BYTES = 3_000;
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cntrl}<>\"]+");
  private static final Pattern URI = Pattern.compile("at://([^/]+)/([^/]+)/([^/]+)");

  private final Opened opened;
  private final Sessions sessions;

  Answering(Opened opened, Sessions sessions) {
    this.opened = opened;
    this.sessions = sessions;
  }

  Sent send(ReplyRequested reply) throws Fault, InterruptedException {
    int graphemes = graphemes(reply.text());
    if (graphemes > MOST_GRAPHEMES || utf8(reply.text()).length > MOST_BYTES) {
      return new Sent.Refused(
          "it has " + graphemes + " characters; Bluesky takes " + MOST_GRAPHEMES);
    }
    Matcher parent = URI.matcher(reply.mentionId().substring("bluesky:".length()));
    if (!parent.matches()) {
      return new Sent.Refused("the post's id is no at-uri");
    }
    try {
      return put(reply, parent);
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.SIGNED_OUT && !e.words().contains("ExpiredToken")) {
        throw e;
      }
      sessions.forget(opened);
      return put(reply, parent);
    }
  }

  private Sent put(ReplyRequested reply, Matcher parent) throws Fault, InterruptedException {
    Session session = sessions.of(opened);
    JsonNode there;
    try {
      there =
          opened
              .ask(
                  Ask.get(
                          Sessions.at(opened, "com.atproto.repo.getRecord"),
                          Map.of(
                              "repo", parent.group(1),
                              "collection", parent.group(2),
                              "rkey", parent.group(3)))
                      .bearer(session.token()))
              .json();
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.MISSING || e.words().contains("RecordNotFound")) {
        return new Sent.Refused("the post is gone from its network");
      }
      throw e;
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    String rkey = Tid.of(reply.replyId(), reply.at());
    body.put("repo", session.did()).put("collection", POSTS).put("rkey", rkey);
    body.set("record", record(reply, there));
    JsonNode made =
        opened
            .ask(
                Ask.json(Sessions.at(opened, "com.atproto.repo.putRecord"), utf8(body.toString()))
                    .bearer(session.token()))
            .json();
    String uri = Nodes.textOr(made, "/uri", "at://" + session.did() + "/" + POSTS + "/" + rkey);
    return new Sent.Posted(
        "bluesky:" + uri, "https://bsky.app/profile/" + session.did() + "/post/" + rkey);
  }

  private static ObjectNode record(ReplyRequested reply, JsonNode parent) {
    ObjectNode record = Json.MAPPER.createObjectNode();
    record.put("$type", POSTS).put("text", reply.text()).put("createdAt", reply.at().toString());
    ObjectNode reference = Json.MAPPER.createObjectNode();
    reference
        .put("uri", Nodes.textOr(parent, "/uri", ""))
        .put("cid", Nodes.textOr(parent, "/cid", ""));
    JsonNode root = parent.at("/value/reply/root");
    ObjectNode references = record.putObject("reply");
    references.set("root", root.isObject() ? root : reference);
    references.set("parent", reference);
    facets(reply.text(), record.putArray("facets"));
    return record;
  }

  /** Links are marked by where they stand in the text's UTF-8. */
  private static void facets(String text, ArrayNode facets) {
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      ObjectNode facet = facets.addObject();
      facet
          .putObject("index")
          .put("byteStart", utf8(text.substring(0, link.start())).length)
          .put("byteEnd", utf8(text.substring(0, link.end())).length);
      facet
          .putArray("features")
          .addObject()
          .put("$type", "app.bsky.richtext.facet#link")
          .put("uri", link.group());
    }
  }

  private static int graphemes(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
