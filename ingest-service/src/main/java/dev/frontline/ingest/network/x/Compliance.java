package dev.frontline.ingest.network.x;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Batch compliance ({@code POST /2/compliance/jobs}): ids are uploaded, and some minutes later
 * those stand in a file that were deleted, protected, suspended or withheld. Nothing else is in it.
 */
final class Compliance {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String JOBS = "/2/compliance/jobs";

  /** Jobs under way by source; after a restart another one is begun. */
  private final Map<String, String> jobs = new ConcurrentHashMap<>();

  Page page(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    String job = jobs.get(opened.id());
    if (job == null) {
      jobs.put(opened.id(), begin(opened, mentionIds));
      return waiting();
    }
    JsonNode state;
    try {
      state = ask(opened, Ask.get(opened.at(X.API, JOBS + "/" + Ask.encode(job)))).path("data");
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.MISSING) {
        jobs.remove(opened.id());
        return waiting();
      }
      throw e;
    }
    return switch (Nodes.textOr(state, "/status", "")) {
      case "complete" -> {
        Page page = gone(opened, mentionIds, Nodes.textOr(state, "/download_url", ""));
        jobs.remove(opened.id());
        yield page;
      }
      case "failed", "expired" -> {
        jobs.remove(opened.id());
        yield waiting();
      }
      default -> waiting();
    };
  }

  private static String begin(Opened opened, List<String> mentionIds)
      throws Fault, InterruptedException {
    String body =
        Json.MAPPER
            .createObjectNode()
            .put("type", "tweets")
            .put("name", "frontline-" + opened.id())
            .toString();
    JsonNode made =
        ask(opened, Ask.json(opened.at(X.API, JOBS), body.getBytes(StandardCharsets.UTF_8)))
            .path("data");
    String ids =
        mentionIds.stream()
            .map(id -> id.substring("x:".length()))
            .collect(Collectors.joining("\n", "", "\n"));
    // The address carries its own permission; the token is for X alone.
    opened.ask(
        Ask.send(
            "PUT",
            address(Nodes.textOr(made, "/upload_url", "")),
            "text/plain",
            ids.getBytes(StandardCharsets.UTF_8)));
    return Nodes.textOr(made, "/id", "");
  }

  private static Page gone(Opened opened, List<String> mentionIds, String download)
      throws Fault, InterruptedException {
    Set<String> asked = new HashSet<>(mentionIds);
    Page.Builder page = new Page.Builder();
    String lines = opened.ask(Ask.get(address(download))).text();
    for (String line : lines.split("\\R")) {
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode told = Json.MAPPER.readTree(line);
        String id = "x:" + Nodes.textOr(told, "/id", "");
        if (Nodes.textOr(told, "/action", "delete").equals("delete") && asked.contains(id)) {
          page.post(new Post.Deleted(id, opened.now()));
        }
      } catch (JsonProcessingException | StackOverflowError e) {
        throw Fault.broken("a line of the job is not JSON", line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return page.end(Cursor.START);
  }

  private static Page waiting() {
    return new Page.Builder().pause(PATIENCE).more(Cursor.START);
  }

  private static JsonNode ask(Opened opened, Ask ask) throws Fault, InterruptedException {
    return opened.ask(ask.bearer(X.token(opened))).json();
  }

  private static URI address(String told) throws Fault {
    try {
      if (!told.isEmpty()) {
        return URI.create(told);
      }
    } catch (IllegalArgumentException e) {
      // Told below, as no address is.
    }
    throw Fault.broken("the job names no address", told.getBytes(StandardCharsets.UTF_8));
  }
}
