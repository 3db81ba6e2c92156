package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Posts an answer below a status. The reply's id is the {@code Idempotency-Key}, which a server
 * keeps for an hour; before a second try our answer is looked for below the status as well.
 */
final class Answering {

  private final Opened opened;

  Answering(Opened opened) {
    this.opened = opened;
  }

  Sent send(ReplyRequested reply, boolean again) throws Fault, InterruptedException {
    opened.needSecret();
    String uri = reply.mentionId().substring("mastodon:".length());
    Optional<JsonNode> parent = find(uri);
    if (parent.isEmpty()) {
      return new Sent.Refused("the server does not know the post any more");
    }
    String id = Nodes.textOr(parent.get(), "/id", "");
    String text = addressed(reply.text(), Nodes.textOr(parent.get(), "/account/acct", ""));
    if (again) {
      Optional<Sent> sent = already(id, text);
      if (sent.isPresent()) {
        return sent.get();
      }
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("status", text)
        .put("in_reply_to_id", id)
        .put("visibility", Nodes.textOr(parent.get(), "/visibility", "public"));
    String language = Nodes.text(parent.get(), "/language");
    if (language != null) {
      body.put("language", language);
    }
    Ask ask =
        Ask.json(
                opened.at("", "/api/v1/statuses"), body.toString().getBytes(StandardCharsets.UTF_8))
            .bearer(opened.secret())
            .header("Idempotency-Key", reply.replyId());
    return posted(opened.ask(ask).json());
  }

  /**
   * The server's own copy of a post: by the id it had when it was heard here, else looked up by its
   * address, which the server may fetch from elsewhere now. Not every server searches by address.
   */
  private Optional<JsonNode> find(String uri) throws Fault, InterruptedException {
    Optional<String> local = opened.memory().aliasOf("mastodon:" + uri, Status.alias(opened, ""));
    if (local.isPresent()) {
      String id = local.get().substring(Status.alias(opened, "").length());
      try {
        JsonNode status = get("/api/v1/statuses/" + Ask.encode(id), Map.of());
        if (Nodes.textOr(status, "/uri", "").equals(uri)) {
          return Optional.of(status);
        }
      } catch (Fault e) {
        if (e.kind() != Fault.Kind.MISSING && e.kind() != Fault.Kind.GONE) {
          throw e;
        }
        return Optional.empty();
      }
    }
    JsonNode found =
        get(
            "/api/v2/search",
            Map.of("q", uri, "resolve", "true", "type", "statuses", "limit", "1"));
    JsonNode status = found.path("statuses").path(0);
    return status.isObject() ? Optional.of(status) : Optional.empty();
  }

  private JsonNode get(String path, Map<String, String> query) throws Fault, InterruptedException {
    return opened.ask(Ask.get(opened.at("", path), query).bearer(opened.secret())).json();
  }

  private Optional<Sent> already(String parent, String text) throws Fault, InterruptedException {
    JsonNode me = get("/api/v1/accounts/verify_credentials", Map.of());
    JsonNode below = get("/api/v1/statuses/" + Ask.encode(parent) + "/context", Map.of());
    for (JsonNode status : below.path("descendants")) {
      boolean ours = Nodes.textOr(status, "/account/id", "?").equals(Nodes.textOr(me, "/id", "!"));
      String said = PlainText.of(Nodes.text(status, "/content"));
      if (ours
          && Nodes.textOr(status, "/in_reply_to_id", "").equals(parent)
          && squeezed(said).equals(squeezed(text))) {
        return Optional.of(posted(status));
      }
    }
    return Optional.empty();
  }

  /** Who answers it names it by this server's id of it. */
  private Sent posted(JsonNode status) {
    String id = Nodes.textOr(status, "/id", "?");
    String uri = Nodes.textOr(status, "/uri", id);
    opened.memory().remember(Status.alias(opened, id), "mastodon:" + uri, opened.now());
    return new Sent.Posted("mastodon:" + uri, Nodes.text(status, "/url"));
  }

  /** Only who is named is told of an answer. */
  private static String addressed(String text, String acct) {
    return acct.isEmpty() || text.contains("@" + acct) ? text : "@" + acct + " " + text;
  }

  /** Servers shorten names and addresses in what they show. */
  private static String squeezed(String text) {
    return text.replaceAll("@[\\w.-]+(@[\\w.-]+)?", "@").replaceAll("\\s+", "");
  }
}
