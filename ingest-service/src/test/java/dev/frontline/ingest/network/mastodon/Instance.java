package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A Mastodon server: ids by time, pages of 40, links, idempotency, threads. */
final class Instance {

  private static final int PAGE = 40;

  final List<ObjectNode> statuses = new ArrayList<>();
  private final List<ObjectNode> notifications = new ArrayList<>();
  private final Map<String, ObjectNode> byKey = new HashMap<>();
  String streaming = "";
  volatile Reply troubled = Reply.status(0);
  int troubles;

  /** As smaller servers do: no links between pages, no search by address, no idempotency keys. */
  boolean plain;

  /** What looking one status up is answered with where it is not 200. */
  int lookups = 200;

  /** Snowflake ids: the milliseconds, then a count. */
  static String id(Instant at, int n) {
    return BigInteger.valueOf(at.toEpochMilli())
        .shiftLeft(16)
        .add(BigInteger.valueOf(n))
        .toString();
  }

  synchronized ObjectNode post(int n, Instant at, String html) {
    ObjectNode status = Json.MAPPER.createObjectNode();
    status
        .put("id", id(at, n))
        .put("uri", "https://ex.social/s/" + n)
        .put("url", "https://ex.social/@ana/" + n)
        .put("created_at", at.toString())
        .put("visibility", "public")
        .put("language", "en")
        .put("content", "<p>" + html + "</p>");
    status
        .putObject("account")
        .put("id", "77")
        .put("acct", "ana@ex.social")
        .put("url", "https://ex.social/@ana")
        .put("followers_count", 120);
    statuses.add(status);
    statuses.sort(Comparator.comparing(s -> new BigInteger(s.path("id").asText())));
    return status;
  }

  synchronized void mention(int n, ObjectNode status) {
    ObjectNode told = Json.MAPPER.createObjectNode();
    told.put("id", String.valueOf(n)).put("type", "mention");
    told.set("status", status);
    notifications.add(told);
  }

  /** The next requests are answered so. */
  void trouble(int times, Reply reply) {
    troubles = times;
    troubled = reply;
  }

  synchronized Reply answer(Asked asked) {
    if (troubles > 0) {
      troubles--;
      return troubled;
    }
    String path = asked.path();
    if (path.startsWith("/api/v1/timelines/tag/")) {
      String tag = path.substring("/api/v1/timelines/tag/".length());
      return page(asked, statuses, s -> s.path("content").asText().contains("#" + tag));
    }
    if (path.endsWith("/context")) {
      ObjectNode context = Json.MAPPER.createObjectNode();
      ArrayNode below = context.putArray("descendants");
      statuses.stream().filter(s -> s.has("in_reply_to_id")).forEach(below::add);
      return Reply.json(context.toString());
    }
    if (path.startsWith("/api/v1/statuses/")) {
      String id = path.substring("/api/v1/statuses/".length());
      return lookups != 200
          ? Reply.status(lookups)
          : statuses.stream()
              .filter(s -> s.path("id").asText().equals(id))
              .findFirst()
              .map(s -> Reply.json(s.toString()))
              .orElse(Reply.status(404));
    }
    return switch (path) {
      case "/api/v1/notifications" -> page(asked, notifications, n -> true);
      case "/api/v1/timelines/home" ->
          page(asked, statuses, s -> s.at("/account/id").asText().equals("1"));
      case "/api/v2/instance" ->
          Reply.json("{\"configuration\":{\"urls\":{\"streaming\":\"" + streaming + "\"}}}");
      case "/api/v2/search" -> search(asked.query().getOrDefault("q", ""));
      case "/api/v1/accounts/verify_credentials" -> Reply.json("{\"id\":\"1\"}");
      case "/api/v1/statuses" -> answered(asked);
      default -> Reply.status(404);
    };
  }

  private Reply search(String uri) {
    ObjectNode found = Json.MAPPER.createObjectNode();
    ArrayNode list = found.putArray("statuses");
    statuses.stream().filter(s -> !plain && s.path("uri").asText().equals(uri)).forEach(list::add);
    return Reply.json(found.toString());
  }

  private Reply answered(Asked asked) {
    try {
      JsonNode body = Json.MAPPER.readTree(asked.body());
      String key = plain ? "" + byKey.size() : asked.headers().getOrDefault("Idempotency-key", "");
      ObjectNode made =
          byKey.computeIfAbsent(
              key,
              k -> {
                int n = 9_000 + byKey.size();
                ObjectNode status =
                    post(n, Instant.parse("2026-03-02T12:00:00Z"), body.path("status").asText());
                status.put("in_reply_to_id", body.path("in_reply_to_id").asText());
                status.put("visibility", body.path("visibility").asText());
                status.putObject("account").put("id", "1").put("acct", "us");
                return status;
              });
      return Reply.json(made.toString());
    } catch (JsonProcessingException e) {
      return Reply.status(400);
    }
  }

  private Reply page(Asked asked, List<ObjectNode> all, Predicate<JsonNode> which) {
    String min = asked.query().get("min_id");
    String max = asked.query().get("max_id");
    List<ObjectNode> found =
        new ArrayList<>(
            all.stream()
                .filter(which)
                .filter(s -> min == null || Status.isAfter(s.path("id").asText(), min))
                .filter(s -> max == null || Status.isAfter(max, s.path("id").asText()))
                .toList());
    // min_id tells the page right above it; without it the newest page is told.
    List<ObjectNode> page =
        min == null
            ? found.subList(Math.max(0, found.size() - PAGE), found.size())
            : found.subList(0, Math.min(PAGE, found.size()));
    ArrayNode newestFirst = Json.MAPPER.createArrayNode();
    for (int i = page.size() - 1; i >= 0; i--) {
      newestFirst.add(page.get(i));
    }
    Reply reply = Reply.json(newestFirst.toString());
    return page.isEmpty() || plain
        ? reply
        : reply.with(
            "Link",
            "<"
                + asked.path()
                + "?limit=40&max_id="
                + page.get(0).path("id").asText()
                + ">; rel=\"next\", <"
                + asked.path()
                + "?min_id=1>; rel=\"prev\"");
  }
}
