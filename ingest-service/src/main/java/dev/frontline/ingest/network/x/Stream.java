package dev.frontline.ingest.network.x;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Line;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The filtered stream: a line of JSON a post, an empty line every 20 s. What it filters by are
 * rules that X keeps; before each connection ours are made to say what is listened for, and those
 * of others are left alone.
 */
final class Stream {

  private static final Duration IDLE = Duration.ofSeconds(25);
  private static final int LONGEST_RULE = 1024;

  private Stream() {}

  static Line line(Opened opened) throws Fault, InterruptedException {
    agree(opened);
    Map<String, String> parameters = new LinkedHashMap<>(Posts.fields(opened));
    // Only enterprise accounts may have minutes sent again.
    parameters.put("backfill_minutes", opened.setting("backfill", ""));
    return new Line(
        Ask.with(opened.at(X.API, "/2/tweets/search/stream"), parameters),
        Line.Wire.LINES,
        Map.of("Authorization", "Bearer " + X.token(opened)),
        List.of(),
        IDLE);
  }

  private static void agree(Opened opened) throws Fault, InterruptedException {
    URI address = opened.at(X.API, "/2/tweets/search/stream/rules");
    String tag = "frontline-" + opened.id();
    List<String> missing = new ArrayList<>(Queries.of(opened, LONGEST_RULE));
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode outdated = body.putObject("delete").putArray("ids");
    JsonNode there = opened.ask(Ask.get(address).bearer(X.token(opened))).json();
    for (JsonNode rule : there.path("data")) {
      boolean ours = tag.equals(rule.path("tag").asText());
      if (ours && !missing.remove(rule.path("value").asText())) {
        outdated.add(rule.path("id").asText());
      }
    }
    if (!outdated.isEmpty()) {
      change(opened, address, body);
    }
    if (!missing.isEmpty()) {
      ObjectNode more = Json.MAPPER.createObjectNode();
      ArrayNode add = more.putArray("add");
      missing.forEach(value -> add.addObject().put("value", value).put("tag", tag));
      change(opened, address, more);
    }
  }

  private static void change(Opened opened, URI address, ObjectNode body)
      throws Fault, InterruptedException {
    JsonNode made =
        opened
            .ask(
                Ask.json(address, body.toString().getBytes(StandardCharsets.UTF_8))
                    .bearer(X.token(opened)))
            .json();
    if (made.path("errors").size() > 0) {
      throw new Fault(
          Fault.Kind.REFUSED,
          "X does not take a rule: " + Nodes.textOr(made, "/errors/0/title", "no reason given"));
    }
  }

  static Page page(Opened opened, List<String> frames, Cursor cursor) {
    Page.Builder page = new Page.Builder();
    Cursor next = cursor;
    for (String frame : frames) {
      JsonNode told;
      try {
        told = Json.MAPPER.readTree(frame);
      } catch (JsonProcessingException | StackOverflowError e) {
        page.unreadable(frame, "a frame that is not JSON");
        continue;
      }
      if (told.has("data")) {
        opened.purse().settle(0, Posts.cost(opened, told));
        Posts.put(opened, told, page);
        next = seen(next, Nodes.textOr(told, "/data/id", ""), opened.now());
      } else if (!told.has("errors")) {
        page.unreadable(frame, "a frame that holds no post");
      }
      // Errors are told before X closes the line; that it closed says enough.
    }
    return page.end(next);
  }

  private static Cursor seen(Cursor cursor, String id, Instant now) {
    if (!Ids.are(id)) {
      return cursor;
    }
    Instant time = Ids.time(id);
    boolean later = cursor.time(Search.SINCE).map(time::isAfter).orElse(true) && !time.isAfter(now);
    return later ? cursor.with(Search.SINCE, time) : cursor;
  }
}
