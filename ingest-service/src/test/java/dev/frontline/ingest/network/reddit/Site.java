package dev.frontline.ingest.network.reddit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reddit: listings of the newest thousand in pages of a hundred, tokens, comments, /api/info. */
final class Site {

  private static final int THOUSAND = 1_000;

  final List<ObjectNode> things = new ArrayList<>();
  Reply trouble = Reply.status(0);
  int troubles;
  Reply commentTrouble = Reply.status(0);
  int commentTroubles;
  boolean lostOnTheWay;
  int tokens;

  ObjectNode post(int n, Instant at, String text) {
    ObjectNode data = thing("t3", n, at);
    return data.put("title", "Kettle talk").put("selftext", text).put("is_self", true);
  }

  ObjectNode comment(int n, Instant at, String text) {
    ObjectNode data = thing("t1", n, at);
    return data.put("body", text).put("parent_id", "t3_7").put("link_id", "t3_7");
  }

  private synchronized ObjectNode thing(String kind, int n, Instant at) {
    ObjectNode thing = Json.MAPPER.createObjectNode().put("kind", kind);
    things.add(thing);
    String id = Integer.toString(n, 36);
    return thing
        .putObject("data")
        .put("name", kind + "_" + id)
        .put("author", "jo")
        .put("author_fullname", "t2_9")
        .put("created_utc", (double) at.getEpochSecond())
        .put("edited", false)
        .put("permalink", "/r/gadgets/comments/" + id + "/x/")
        .put("score", 12)
        .put("num_comments", 3);
  }

  void trouble(int times, Reply reply) {
    troubles = times;
    trouble = reply;
  }

  synchronized Reply answer(Asked asked) {
    if (asked.path().equals("/api/v1/access_token")) {
      return Reply.json("{\"access_token\":\"t" + ++tokens + "\",\"expires_in\":86400}");
    }
    if (asked.path().equals("/api/comment")) {
      return commented(form(asked.body()));
    }
    if (troubles > 0) {
      troubles--;
      return trouble;
    }
    if (asked.path().equals("/api/info")) {
      Set<String> ids = Set.of(asked.query().get("id").split(","));
      return listing(
          things.stream().filter(t -> ids.contains(t.at("/data/name").asText())).toList(), null);
    }
    if (asked.path().equals("/user/us/comments")) {
      return listing(
          things.stream().filter(t -> t.at("/data/author").asText().equals("us")).toList(), null);
    }
    String kind = asked.path().endsWith("/comments") ? "t1" : "t3";
    List<ObjectNode> all =
        things.stream()
            .filter(t -> t.path("kind").asText().equals(kind))
            .sorted(
                (a, b) ->
                    Double.compare(
                        b.at("/data/created_utc").asDouble(), a.at("/data/created_utc").asDouble()))
            .limit(THOUSAND)
            .toList();
    int from = 0;
    String after = asked.query().get("after");
    for (int i = 0; i < all.size() && after != null; i++) {
      if (all.get(i).at("/data/name").asText().equals(after)) {
        from = i + 1;
      }
    }
    int to = Math.min(all.size(), from + 100);
    return listing(
        all.subList(from, to), to < all.size() ? all.get(to - 1).at("/data/name").asText() : null);
  }

  private static Reply listing(List<ObjectNode> children, String after) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", "Listing");
    ObjectNode data = body.putObject("data").put("after", after);
    ArrayNode list = data.putArray("children");
    children.forEach(list::add);
    return Reply.json(body.toString());
  }

  private Reply commented(Map<String, String> form) {
    if (commentTroubles > 0 && !lostOnTheWay) {
      commentTroubles--;
      return commentTrouble;
    }
    ObjectNode made =
        comment(9_000 + things.size(), Instant.parse("2026-03-02T12:00:00Z"), form.get("text"));
    made.put("parent_id", form.get("thing_id")).put("author", "us");
    if (commentTroubles > 0) {
      commentTroubles--;
      return commentTrouble;
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode json = body.putObject("json");
    json.putArray("errors");
    json.putObject("data").putArray("things").addObject().set("data", made);
    return Reply.json(body.toString());
  }

  static Map<String, String> form(String body) {
    return new HashMap<>(
        List.of(body.split("&")).stream()
            .map(one -> one.split("=", 2))
            .collect(
                Collectors.toMap(
                    one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8))));
  }
}
