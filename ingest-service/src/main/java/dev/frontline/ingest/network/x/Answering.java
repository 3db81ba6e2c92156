package dev.frontline.ingest.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Posts an answer in the name of the account whose token is in {@code …_USER}. X knows no
 * idempotency key: before a second try our answer is looked for among the account's latest posts,
 * and X itself refuses the same words twice. Answers count against the cap and are never held back
 * by it: somebody waits for them.
 */
final class Answering {

  static final int MOST_WEIGHT = 280;
  private static final int LINK_WEIGHT = 23;
  private static final String LINK = "https?://\\S+";
  private static final String LATEST = "50";

  private final Opened opened;

  Answering(Opened opened) {
    this.opened = opened;
  }

  Sent send(ReplyRequested reply, boolean again) throws Fault, InterruptedException {
    int weight = weight(reply.text());
    if (weight > MOST_WEIGHT) {
      return new Sent.Refused("it counts as " + weight + " characters; X takes " + MOST_WEIGHT);
    }
    String parent = reply.mentionId().substring("x:".length());
    if (again) {
      Optional<Sent> there = already(parent, reply.text());
      if (there.isPresent()) {
        return there.get();
      }
    }
    ObjectNode body = Json.MAPPER.createObjectNode().put("text", reply.text());
    body.putObject("reply").put("in_reply_to_tweet_id", parent);
    try {
      JsonNode made =
          ask(
              Ask.json(
                  opened.at(X.API, "/2/tweets"), body.toString().getBytes(StandardCharsets.UTF_8)));
      boolean linked = !reply.text().replaceAll(LINK, "").equals(reply.text());
      opened.purse().settle(0, linked ? X.POST_WITH_LINK : X.POST_CREATED);
      return posted(Nodes.textOr(made, "/data/id", "?"));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.FORBIDDEN) {
        throw e;
      }
      return forbidden(parent, reply.text(), e.words());
    }
  }

  private Sent forbidden(String parent, String text, String words)
      throws Fault, InterruptedException {
    if (words.contains("duplicate")) {
      return already(parent, text)
          .orElse(new Sent.Unknown("X says that the same words were posted before"));
    }
    return new Sent.Refused(
        "X takes an answer here only where its author named the account ("
            + words
            + "); answer at https://x.com/intent/post?in_reply_to="
            + parent);
  }

  private Optional<Sent> already(String parent, String text) throws Fault, InterruptedException {
    String me = Nodes.textOr(ask(Ask.get(opened.at(X.API, "/2/users/me"))), "/data/id", "");
    JsonNode latest =
        ask(
            Ask.get(
                opened.at(X.API, "/2/users/" + Ask.encode(me) + "/tweets"),
                Map.of("max_results", LATEST, "tweet.fields", "referenced_tweets,note_tweet")));
    opened.purse().settle(0, X.USER_READ + latest.path("data").size() * X.POST_READ);
    for (JsonNode post : latest.path("data")) {
      boolean below = false;
      for (JsonNode one : post.path("referenced_tweets")) {
        below |=
            "replied_to".equals(one.path("type").asText())
                && parent.equals(one.path("id").asText());
      }
      String said = Nodes.textOr(post, "/note_tweet/text", Nodes.textOr(post, "/text", ""));
      if (below && squeezed(said).equals(squeezed(text))) {
        return Optional.of(posted(Nodes.textOr(post, "/id", "?")));
      }
    }
    return Optional.empty();
  }

  private JsonNode ask(Ask ask) throws Fault, InterruptedException {
    return opened.ask(ask.bearer(token())).json();
  }

  /** A connected account's own, else the one that the operator set. */
  private String token() throws Fault {
    return opened.account() == null ? opened.needSecret(X.USER) : opened.needSecret();
  }

  private static Sent posted(String id) {
    return new Sent.Posted("x:" + id, "https://x.com/i/status/" + id);
  }

  /** X puts names before an answer and shortens its links. */
  private static String squeezed(String text) {
    return text.replaceAll("^(@\\w+\\s+)+", "")
        .replaceAll(LINK, "~")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", "");
  }

  /**
   * As X counts (github.com/twitter/twitter-text, configuration 3): a link 23, most scripts one a
   * character, all others and emoji two.
   */
  static int weight(String text) {
    String plain = text.replaceAll(LINK, "");
    int links = text.split(LINK, -1).length - 1;
    int weight = plain.codePoints().map(c -> light(c) ? 1 : 2).sum();
    return weight + links * LINK_WEIGHT;
  }

  private static boolean light(int c) {
    return c <= 4351 || c >= 8192 && c <= 8205 || c >= 8208 && c <= 8223 || c >= 8242 && c <= 8247;
  }
}
