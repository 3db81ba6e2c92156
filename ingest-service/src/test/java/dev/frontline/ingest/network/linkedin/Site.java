package dev.frontline.ingest.network.linkedin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LinkedIn: notifications of one page, newest first, and the comments below its posts. */
final class Site {

  static final String POST = "urn:li:activity:9";
  static final String PAGE = "urn:li:organization:1";
  private static final Pattern RANGE = Pattern.compile("\\(start:(\\d+),end:(\\d+)\\)");

  final List<ObjectNode> told = new ArrayList<>();
  final List<ObjectNode> comments = new ArrayList<>();
  Reply trouble = Reply.status(0);
  int troubles;
  Reply answerTrouble = Reply.status(0);
  int answerTroubles;
  boolean lostOnTheWay;

  static String urn(int n) {
    return "urn:li:comment:(" + POST + "," + n + ")";
  }

  ObjectNode comment(int n, Instant at, String text) {
    return notify("COMMENT", urn(n), at, "comment", text);
  }

  ObjectNode notify(String action, String urn, Instant at, String kind, String text) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("notificationId", told.size() + 1)
        .put("organizationalEntity", PAGE)
        .put("action", action)
        .put("sourcePost", POST)
        .put("generatedActivity", urn)
        .put("lastModifiedAt", at.toEpochMilli());
    one.putObject("decoratedGeneratedActivity")
        .putObject(kind)
        .put("owner", "urn:li:person:x")
        .put("text", text)
        .put("entity", POST);
    told.add(0, one);
    return one;
  }

  void trouble(int times, Reply reply) {
    troubles = times;
    trouble = reply;
  }

  synchronized Reply answer(Asked asked) {
    if (asked.method().equals("POST")) {
      return commented(asked);
    }
    if (troubles > 0) {
      troubles--;
      return trouble;
    }
    if (asked.path().endsWith("/comments")) {
      return elements(comments);
    }
    Matcher range = RANGE.matcher(asked.query().get("timeRange"));
    if (!range.matches() || !asked.query().get("organizationalEntity").equals(PAGE)) {
      return Reply.status(400);
    }
    long from = Long.parseLong(range.group(1));
    long to = Long.parseLong(range.group(2));
    int start = Integer.parseInt(asked.query().get("start"));
    List<ObjectNode> found =
        told.stream()
            .filter(one -> one.path("lastModifiedAt").asLong() >= from)
            .filter(one -> one.path("lastModifiedAt").asLong() <= to)
            .toList();
    return elements(
        found.subList(Math.min(start, found.size()), Math.min(start + 100, found.size())));
  }

  private static Reply elements(List<ObjectNode> all) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode elements = body.putArray("elements");
    all.forEach(elements::add);
    return Reply.json(body.toString());
  }

  private Reply commented(Asked asked) {
    if (answerTroubles > 0 && !lostOnTheWay) {
      answerTroubles--;
      return answerTrouble;
    }
    try {
      JsonNode body = Json.MAPPER.readTree(asked.body());
      ObjectNode made = Json.MAPPER.createObjectNode().put("id", "77");
      made.put("actor", body.path("actor").asText()).put("commentUrn", urn(77));
      made.putObject("message").put("text", body.at("/message/text").asText());
      comments.add(made);
      if (answerTroubles > 0) {
        answerTroubles--;
        return answerTrouble;
      }
      return new Reply(201, Map.of(), made.toString());
    } catch (JsonProcessingException e) {
      return Reply.status(400);
    }
  }
}
