package dev.frontline.ingest.network.x;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** X: a search of the newest first, page by page, rules, a stream, compliance jobs and answers. */
final class Site {

  final List<ObjectNode> posts = new ArrayList<>();
  final Set<String> gone = new HashSet<>();
  final Map<String, String> rules = new TreeMap<>();
  final List<String> uploads = new ArrayList<>();
  String address = "";
  Reply trouble = Reply.status(0);
  int troubles;
  int quiet;
  Reply answerTrouble = Reply.status(0);
  int answerTroubles;
  boolean lostOnTheWay;
  int jobSteps = 1;
  private int jobAsked;

  synchronized ObjectNode post(int n, Instant at, String text) {
    ObjectNode post = Json.MAPPER.createObjectNode();
    String id = String.valueOf(Ids.at(at) + n);
    post.put("id", id).put("text", text).put("author_id", "7").put("lang", "en");
    post.put("created_at", at.toString()).put("conversation_id", id);
    post.putArray("edit_history_tweet_ids").add(id);
    post.putObject("public_metrics").put("like_count", 2).put("impression_count", 90);
    posts.add(post);
    return post;
  }

  /** The next requests but those for answers are answered so. */
  void trouble(int times, Reply reply) {
    troubles = times;
    trouble = reply;
  }

  /** As the stream tells a post. */
  static String frame(JsonNode post) {
    ObjectNode frame = Json.MAPPER.createObjectNode();
    frame.set("data", post);
    users(frame);
    return frame.toString();
  }

  synchronized Reply answer(Asked asked) {
    if (asked.path().equals("/2/tweets")) {
      return answered(asked);
    }
    if (troubles > 0 && quiet-- <= 0) {
      troubles--;
      return trouble;
    }
    if (asked.path().startsWith("/2/compliance/jobs/")) {
      boolean done = ++jobAsked >= jobSteps;
      return Reply.json(
          "{\"data\":{\"id\":\"j1\",\"status\":\""
              + (done ? "complete" : "in_progress")
              + "\",\"download_url\":\""
              + address
              + "/download\"}}");
    }
    return switch (asked.path()) {
      case "/2/tweets/search/recent" -> search(asked.query());
      case "/2/tweets/search/stream/rules" -> rules(asked);
      case "/2/tweets/search/stream" -> Reply.kept();
      case "/2/users/me" -> Reply.json("{\"data\":{\"id\":\"1\",\"username\":\"us\"}}");
      case "/2/users/1/tweets" -> ours();
      case "/2/compliance/jobs" ->
          Reply.json("{\"data\":{\"id\":\"j1\",\"upload_url\":\"" + address + "/upload\"}}");
      case "/upload" -> {
        uploads.add(asked.body());
        yield Reply.status(200);
      }
      case "/download" ->
          new Reply(
              200,
              Map.of(),
              gone.stream()
                  .map(id -> "{\"id\":\"" + id + "\",\"action\":\"delete\",\"reason\":\"deleted\"}")
                  .collect(Collectors.joining("\n")));
      default -> Reply.status(404);
    };
  }

  private Reply search(Map<String, String> query) {
    long since = Long.parseLong(query.get("since_id"));
    long until = Ids.at(Instant.parse(query.get("end_time")));
    int from = Integer.parseInt(query.getOrDefault("next_token", "0"));
    int most = Integer.parseInt(query.get("max_results"));
    List<ObjectNode> found =
        posts.stream()
            .filter(p -> p.path("id").asLong() > since && p.path("id").asLong() < until)
            .filter(p -> query.get("query").contains(p.path("text").asText().split(" ")[0]))
            .sorted((a, b) -> Long.compare(b.path("id").asLong(), a.path("id").asLong()))
            .toList();
    ObjectNode body = Json.MAPPER.createObjectNode();
    List<ObjectNode> page =
        found.subList(Math.min(from, found.size()), Math.min(from + most, found.size()));
    if (!page.isEmpty()) {
      page.forEach(body.putArray("data")::add);
      users(body);
    }
    ObjectNode meta = body.putObject("meta").put("result_count", page.size());
    if (from + most < found.size()) {
      meta.put("next_token", String.valueOf(from + most));
    }
    return Reply.json(body.toString());
  }

  private static void users(ObjectNode body) {
    ArrayNode users = body.putObject("includes").putArray("users");
    users
        .addObject()
        .put("id", "7")
        .put("username", "jo")
        .put("name", "Jo")
        .putObject("public_metrics")
        .put("followers_count", 10);
  }

  private Reply rules(Asked asked) {
    if (asked.method().equals("GET")) {
      ObjectNode body = Json.MAPPER.createObjectNode();
      ArrayNode data = body.putArray("data");
      rules.forEach(
          (value, tag) ->
              data.addObject().put("id", "id-" + value).put("value", value).put("tag", tag));
      return Reply.json(body.toString());
    }
    JsonNode body = parsed(asked);
    body.at("/delete/ids").forEach(id -> rules.remove(id.asText().substring("id-".length())));
    body.path("add").forEach(r -> rules.put(r.path("value").asText(), r.path("tag").asText()));
    return Reply.json("{\"meta\":{}}");
  }

  private Reply answered(Asked asked) {
    if (answerTroubles > 0 && !lostOnTheWay) {
      answerTroubles--;
      return answerTrouble;
    }
    JsonNode body = parsed(asked);
    String parent = body.at("/reply/in_reply_to_tweet_id").asText();
    ObjectNode post =
        post(9_000 + posts.size(), Instant.parse("2026-03-02T12:00:00Z"), "")
            .put("text", "@jo " + body.path("text").asText())
            .put("author_id", "1");
    post.putArray("referenced_tweets").addObject().put("type", "replied_to").put("id", parent);
    if (answerTroubles > 0) {
      answerTroubles--;
      return answerTrouble;
    }
    return Reply.json("{\"data\":{\"id\":\"" + post.path("id").asText() + "\"}}");
  }

  private Reply ours() {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode data = body.putArray("data");
    posts.stream().filter(p -> p.path("author_id").asText().equals("1")).forEach(data::add);
    return Reply.json(body.toString());
  }

  private static JsonNode parsed(Asked asked) {
    try {
      return Json.MAPPER.readTree(asked.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
