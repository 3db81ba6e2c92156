package dev.frontline.ingest.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.token.GoogleAccount;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Comments below what is answered. YouTube knows no key by which a second try would be the first:
 * after a lost answer the thread is looked through for our words, and where they are not there
 * (they may be held for review) a person decides.
 */
final class Answering {

  static final int MOST_CHARACTERS = 10_000;

  /** Clocks may differ by so much. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final Api api;

  Answering(Api api) {
    this.api = api;
  }

  Sent send(Opened opened, ReplyRequested reply, boolean again) throws Fault, InterruptedException {
    if (!GoogleAccount.is(opened.needSecret())) {
      return new Sent.Refused(
          "an API key only listens: to answer, its secret must be an account's key file");
    }
    int length = reply.text().codePointCount(0, reply.text().length());
    if (length > MOST_CHARACTERS) {
      return new Sent.Refused("it has " + length + " characters; YouTube takes " + MOST_CHARACTERS);
    }
    String id = reply.mentionId().substring(Comment.NETWORK.length() + 1);
    boolean video = id.startsWith(Comment.VIDEO);
    String root = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    if (again) {
      Sent found = video ? null : lookedFor(opened, root, reply);
      return found != null
          ? found
          : new Sent.Unknown("the answer may stand there, held for review: look before it is sent");
    }
    return video
        ? first(opened, id.substring(Comment.VIDEO.length()), reply.text())
        : below(opened, root, reply.text());
  }

  private Sent below(Opened opened, String root, String text) throws Fault, InterruptedException {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("snippet").put("parentId", root).put("textOriginal", text);
    return posted(api.insert(opened, "/comments?part=snippet", body));
  }

  private Sent first(Opened opened, String video, String text) throws Fault, InterruptedException {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode snippet = body.putObject("snippet").put("videoId", video);
    snippet.putObject("topLevelComment").putObject("snippet").put("textOriginal", text);
    return posted(api.insert(opened, "/commentThreads?part=snippet", body));
  }

  private @Nullable Sent lookedFor(Opened opened, String root, ReplyRequested reply)
      throws Fault, InterruptedException {
    String token = "";
    do {
      JsonNode told = api.list(opened, "/comments", LookingUp.below(root, token));
      for (JsonNode comment : told.path("items")) {
        Instant at = Nodes.time(comment, "/snippet/publishedAt").orElse(Instant.EPOCH);
        String text =
            Nodes.textOr(
                comment,
                "/snippet/textOriginal",
                Nodes.textOr(comment, "/snippet/textDisplay", ""));
        if (text.strip().equals(reply.text().strip()) && !at.isBefore(reply.at().minus(SKEW))) {
          return posted(comment);
        }
      }
      token = Nodes.textOr(told, "/nextPageToken", "");
    } while (!token.isEmpty());
    return null;
  }

  private static Sent posted(JsonNode comment) {
    String id = Nodes.text(comment, "/id");
    if (id == null) {
      return new Sent.Unknown("YouTube took it and did not say under which id");
    }
    String video = Nodes.text(comment, "/snippet/videoId");
    return new Sent.Posted(Comment.NETWORK + ":" + id, Comment.url(video, id));
  }
}
