package dev.frontline.ingest.network.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** YouTube as its documents describe it, with one channel and what a test says on it. */
final class Tube {

  static final int PAGE = 100;

  /** Of answers, a thread brings only so many. */
  private static final int WITH_A_THREAD = 2;

  final List<Thread> threads = new ArrayList<>();
  final List<String> videos = new ArrayList<>();
  final Set<String> found = new HashSet<>();

  /** What the next requests are answered with, instead. */
  final List<Reply> troubles = new ArrayList<>();

  int inserted;
  boolean losesAnswers;

  /** A thread: its first comment and those below it, oldest first. */
  static final class Thread {
    final String id;
    String text;
    final Instant at;
    Instant changed;
    final List<Below> below = new ArrayList<>();

    Thread(String id, String text, Instant at) {
      this.id = id;
      this.text = text;
      this.at = at;
      this.changed = at;
    }
  }

  record Below(String id, String text, Instant at, String channel) {}

  Thread say(String id, String text, Instant at) {
    Thread thread = new Thread(id, text, at);
    threads.add(0, thread);
    return thread;
  }

  synchronized Reply answer(Asked asked) {
    if (!troubles.isEmpty()) {
      return troubles.remove(0);
    }
    Map<String, String> query = asked.query();
    if (asked.method().equals("POST")) {
      return insert(asked);
    }
    return switch (asked.path()) {
      case "/commentThreads" -> query.containsKey("id") ? byId(query) : newest(query);
      case "/comments" -> comments(query);
      case "/videos" -> items(ids(query).filter(videos::contains).map(Tube::idOnly).toList(), "");
      case "/search" -> search(query);
      default -> Reply.status(404);
    };
  }

  private Reply newest(Map<String, String> query) {
    int from = Integer.parseInt(query.getOrDefault("pageToken", "t0").substring(1));
    int to = Math.min(threads.size(), from + PAGE);
    return items(
        threads.subList(from, to).stream().map(Tube::json).toList(),
        to < threads.size() ? "t" + to : "");
  }

  private Reply byId(Map<String, String> query) {
    Set<String> ids = ids(query).collect(Collectors.toSet());
    return items(threads.stream().filter(t -> ids.contains(t.id)).map(Tube::json).toList(), "");
  }

  private Reply comments(Map<String, String> query) {
    Set<String> ids = ids(query).collect(Collectors.toSet());
    List<String> items = new ArrayList<>();
    for (Thread thread : threads) {
      if (ids.contains(thread.id)) {
        items.add(comment(thread.id, thread.text, thread.at, thread.changed, "UC9"));
      }
      for (Below one : thread.below) {
        if (ids.contains(one.id()) || thread.id.equals(query.get("parentId"))) {
          items.add(comment(one.id(), one.text(), one.at(), one.at(), one.channel()));
        }
      }
    }
    return items(items, "");
  }

  private Reply search(Map<String, String> query) {
    int from = Integer.parseInt(query.getOrDefault("pageToken", "s0").substring(1));
    String items =
        videos.stream()
            .skip(from)
            .limit(50)
            .map(
                id ->
                    "{\"id\":{\"videoId\":\""
                        + id
                        + "\"},\"snippet\":{\"channelId\":\"UC5\",\"channelTitle\":\"Teas\","
                        + "\"title\":\"Kettlery &amp; me\",\"description\":\"a test of "
                        + id
                        + "\",\"publishedAt\":\"2026-03-02T11:00:00Z\"}}")
            .collect(Collectors.joining(","));
    String next = from + 50 < videos.size() ? ",\"nextPageToken\":\"s" + (from + 50) + "\"" : "";
    found.add(query.get("q"));
    return Reply.json("{\"items\":[" + items + "]" + next + "}");
  }

  private Reply insert(Asked asked) {
    JsonNode body;
    try {
      body = Json.MAPPER.readTree(asked.body());
    } catch (JsonProcessingException e) {
      return Reply.status(400);
    }
    String text = body.at("/snippet/textOriginal").asText();
    String parent = body.at("/snippet/parentId").asText();
    String id = parent + ".a" + inserted++;
    Instant at = Instant.parse("2026-03-02T12:00:01Z");
    threads.stream()
        .filter(t -> t.id.equals(parent))
        .forEach(t -> t.below.add(new Below(id, text, at, "UCown")));
    return losesAnswers ? Reply.status(502) : Reply.json(comment(id, text, at, at, "UCown"));
  }

  private static Stream<String> ids(Map<String, String> query) {
    return Arrays.stream(query.getOrDefault("id", "").split(","));
  }

  private static String idOnly(String id) {
    return "{\"id\":\"" + id + "\"}";
  }

  private static Reply items(List<String> items, String next) {
    return Reply.json(
        "{\"items\":["
            + String.join(",", items)
            + "]"
            + (next.isEmpty() ? "" : ",\"nextPageToken\":\"" + next + "\"")
            + "}");
  }

  private static String json(Thread thread) {
    return "{\"id\":\""
        + thread.id
        + "\",\"snippet\":{\"videoId\":\"v1\",\"channelId\":\"UC1\",\"totalReplyCount\":"
        + thread.below.size()
        + ",\"topLevelComment\":"
        + comment(thread.id, thread.text, thread.at, thread.changed, "UC9")
        + "},\"replies\":{\"comments\":["
        + thread.below.stream()
            .limit(WITH_A_THREAD)
            .map(b -> comment(b.id(), b.text(), b.at(), b.at(), b.channel()))
            .collect(Collectors.joining(","))
        + "]}}";
  }

  private static String comment(
      String id, String text, Instant at, Instant changed, String channel) {
    return "{\"id\":\""
        + id
        + "\",\"snippet\":{\"videoId\":\"v1\",\"textOriginal\":\""
        + text
        + "\",\"textDisplay\":\""
        + text
        + "\",\"authorDisplayName\":\"@jo\",\"authorChannelId\":{\"value\":\""
        + channel
        + "\"},\"likeCount\":3,\"publishedAt\":\""
        + at
        + "\",\"updatedAt\":\""
        + changed
        + "\"}}";
  }
}
