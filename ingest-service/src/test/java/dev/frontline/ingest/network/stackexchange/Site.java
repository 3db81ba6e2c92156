package dev.frontline.ingest.network.stackexchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Stack Exchange: questions of a span, oldest first, every answer packed. */
final class Site {

  final List<ObjectNode> questions = new ArrayList<>();
  Reply trouble = Reply.status(0);
  int troubles;
  int backoff;
  int quota = 9_990;

  ObjectNode question(int n, Instant at, String html) {
    ObjectNode question = Json.MAPPER.createObjectNode();
    question
        .put("question_id", n)
        .put("title", "Kettle &amp; lid")
        .put("body", "<p>" + html + "</p>")
        .put("creation_date", at.getEpochSecond())
        .put("score", 1)
        .put("answer_count", 2)
        .put("view_count", 9)
        .put("link", "https://stackoverflow.com/q/" + n);
    question.putArray("tags").add("kettlery");
    question
        .putObject("owner")
        .put("user_id", 3)
        .put("display_name", "Jo &amp; Co")
        .put("link", "https://stackoverflow.com/users/3/jo");
    questions.add(question);
    return question;
  }

  void trouble(int times, Reply reply) {
    troubles = times;
    trouble = reply;
  }

  synchronized Reply answer(Asked asked) {
    if (troubles > 0) {
      troubles--;
      return trouble;
    }
    if (asked.path().startsWith("/2.3/questions/")) {
      Set<String> ids = Set.of(asked.path().substring("/2.3/questions/".length()).split(";"));
      return wrapped(
          questions.stream().filter(q -> ids.contains(q.path("question_id").asText())).toList(),
          false);
    }
    long from = Long.parseLong(asked.query().get("fromdate"));
    long to = Long.parseLong(asked.query().get("todate"));
    int page = Integer.parseInt(asked.query().get("page"));
    String word = asked.query().getOrDefault("q", asked.query().get("tagged")).replace("\"", "");
    List<ObjectNode> found =
        questions.stream()
            .filter(q -> q.path("creation_date").asLong() >= from)
            .filter(q -> q.path("creation_date").asLong() <= to)
            .filter(q -> q.toString().contains(word))
            .sorted(Comparator.comparingLong(q -> q.path("creation_date").asLong()))
            .toList();
    int begin = Math.min(found.size(), (page - 1) * 100);
    int end = Math.min(found.size(), page * 100);
    return wrapped(found.subList(begin, end), end < found.size());
  }

  private Reply wrapped(List<ObjectNode> items, boolean more) {
    ObjectNode wrapper = Json.MAPPER.createObjectNode();
    ArrayNode list = wrapper.putArray("items");
    items.forEach(list::add);
    wrapper.put("has_more", more).put("quota_max", 10_000).put("quota_remaining", quota);
    if (backoff > 0) {
      wrapper.put("backoff", backoff);
    }
    return packed(wrapper.toString());
  }

  static Reply packed(String body) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(body.getBytes(StandardCharsets.UTF_8));
      }
      return new Reply(200, Map.of("Content-Encoding", "gzip"), out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
