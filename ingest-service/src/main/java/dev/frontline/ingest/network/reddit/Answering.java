package dev.frontline.ingest.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.token.AccessTokens;
import java.util.Map;
import java.util.Optional;

/**
 * Posts an answer below a post or comment, as the configured account. Reddit knows no idempotency
 * key: before a second try our answer is looked for among the account's latest comments.
 */
final class Answering {

  static final int MOST = 10_000;
  private static final String SITE = "https://www.reddit.com";

  private final Opened opened;
  private final SignIn signIn;

  Answering(Opened opened, SignIn signIn) {
    this.opened = opened;
    this.signIn = signIn;
  }

  Sent send(ReplyRequested reply, boolean again) throws Fault, InterruptedException {
    SignIn.needAnAccount(opened);
    if (reply.text().length() > MOST) {
      return new Sent.Refused(
          "it has " + reply.text().length() + " characters; Reddit takes " + MOST);
    }
    String parent = reply.mentionId().substring("reddit:".length());
    if (again) {
      Optional<Sent> there = already(parent, reply.text());
      if (there.isPresent()) {
        return there.get();
      }
    }
    JsonNode made =
        signIn
            .ask(
                opened,
                AccessTokens.form(
                        opened.at(Reddit.API, "/api/comment"),
                        Map.of("thing_id", parent, "text", reply.text(), "api_type", "json"))
                    .units(1))
            .json()
            .path("json");
    JsonNode error = made.at("/errors/0");
    if (error.isArray()) {
      String words = error.path(1).asText("no reason given");
      if (error.path(0).asText().equals("RATELIMIT")) {
        long seconds = (long) Math.ceil(made.path("ratelimit").asDouble(0));
        throw Fault.busy("Reddit says: " + words, opened.now().plusSeconds(seconds));
      }
      return new Sent.Refused("Reddit refused it: " + words);
    }
    return posted(made.at("/data/things/0/data"));
  }

  private Optional<Sent> already(String parent, String text) throws Fault, InterruptedException {
    String path = "/user/" + Ask.encode(signIn.account(opened)) + "/comments";
    JsonNode latest =
        signIn
            .ask(
                opened, Ask.get(opened.at(Reddit.API, path), Map.of("limit", "100", "sort", "new")))
            .json();
    for (JsonNode child : latest.at("/data/children")) {
      JsonNode data = child.path("data");
      if (parent.equals(data.path("parent_id").asText())
          && squeezed(text).equals(squeezed(data.path("body").asText()))) {
        return Optional.of(posted(data));
      }
    }
    return Optional.empty();
  }

  private static Sent posted(JsonNode data) {
    String link = Nodes.text(data, "/permalink");
    return new Sent.Posted(
        "reddit:" + Nodes.textOr(data, "/name", "?"), link == null ? null : SITE + link);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
