package dev.frontline.ingest.network.linkedin;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comments in the name of the first of the configured pages. LinkedIn knows no idempotency key:
 * before a second try our answer is looked for below what it answers.
 */
final class Answering {

  static final int MOST = 1_250;
  private static final String ACTIONS = "/rest/socialActions/";
  private static final Pattern COMMENT =
      Pattern.compile("urn:li:comment:\\((urn:li:\\w+:\\d+),\\d+\\)");

  private final Opened opened;

  Answering(Opened opened) {
    this.opened = opened;
  }

  Sent send(ReplyRequested reply, boolean again) throws Fault, InterruptedException {
    if (reply.text().length() > MOST) {
      return new Sent.Refused(
          "it has " + reply.text().length() + " characters; LinkedIn takes " + MOST);
    }
    List<String> pages = LinkedIn.pages(opened);
    if (pages.isEmpty()) {
      return new Sent.Refused("settings.organizations names no page to answer as");
    }
    String us = pages.get(0);
    String urn = reply.mentionId().substring("linkedin:".length());
    Matcher comment = COMMENT.matcher(urn);
    boolean nested = comment.matches();
    String post = nested ? comment.group(1) : urn;
    if (again) {
      Optional<Sent> there = already(urn, post, us, reply.text());
      if (there.isPresent()) {
        return there.get();
      }
    }
    ObjectNode body = Json.MAPPER.createObjectNode().put("actor", us).put("object", post);
    body.putObject("message").put("text", reply.text());
    if (nested) {
      body.put("parentComment", urn);
    }
    JsonNode made =
        Api.ask(
                opened,
                Ask.json(
                    opened.at(Api.ADDRESS, ACTIONS + Ask.encode(post) + "/comments"),
                    body.toString().getBytes(StandardCharsets.UTF_8)))
            .json();
    return posted(made, post);
  }

  private Optional<Sent> already(String urn, String post, String us, String text)
      throws Fault, InterruptedException {
    JsonNode below =
        Api.ask(
                opened,
                Ask.get(
                    opened.at(Api.ADDRESS, ACTIONS + Ask.encode(urn) + "/comments"),
                    Map.of("count", "100")))
            .json();
    for (JsonNode one : below.path("elements")) {
      if (us.equals(one.path("actor").asText())
          && squeezed(text).equals(squeezed(one.at("/message/text").asText()))) {
        return Optional.of(posted(one, post));
      }
    }
    return Optional.empty();
  }

  private static Sent posted(JsonNode comment, String post) {
    String urn = named(comment);
    String id = urn == null ? Nodes.textOr(comment, "/id", "?") : urn;
    return new Sent.Posted(
        "linkedin:" + (id.startsWith("urn:") ? id : "urn:li:comment:(" + post + "," + id + ")"),
        "https://www.linkedin.com/feed/update/" + post);
  }

  private static @Nullable String named(JsonNode comment) {
    String urn = Nodes.text(comment, "/commentUrn");
    return urn == null ? Nodes.text(comment, "/$URN") : urn;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
