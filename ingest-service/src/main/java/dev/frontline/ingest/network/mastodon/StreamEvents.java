package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.util.ArrayList;
import java.util.List;

/** Frames of the streaming interface; their payload is JSON within a JSON string. */
final class StreamEvents {

  private StreamEvents() {}

  /** One socket carries all tags, what is told to the account and what it writes itself. */
  static List<String> subscriptions(List<String> tags) {
    List<String> messages = new ArrayList<>();
    for (String tag : tags) {
      messages.add(subscribe("hashtag").put("tag", tag).toString());
    }
    messages.add(subscribe("user").toString());
    return messages;
  }

  private static ObjectNode subscribe(String stream) {
    return Json.MAPPER.createObjectNode().put("type", "subscribe").put("stream", stream);
  }

  static Page page(Opened opened, List<String> frames, Cursor cursor) {
    Page.Builder page = new Page.Builder();
    Cursor next = cursor;
    for (String frame : frames) {
      try {
        next = put(opened, Json.MAPPER.readTree(frame), page, next);
      } catch (JsonProcessingException | StackOverflowError e) {
        page.unreadable(frame, "a frame that is not JSON");
      }
    }
    return page.end(next);
  }

  private static Cursor put(Opened opened, JsonNode frame, Page.Builder page, Cursor cursor)
      throws JsonProcessingException {
    String payload = Nodes.textOr(frame, "/payload", "");
    switch (Nodes.textOr(frame, "/event", "")) {
      case "update", "status.update" -> {
        JsonNode status = Json.MAPPER.readTree(payload);
        Status.put(opened, status, page);
        return seen(cursor, Nodes.textOr(frame, "/stream/1", ""), status);
      }
      case "notification" -> {
        JsonNode told = Json.MAPPER.readTree(payload);
        if (Nodes.textOr(told, "/type", "").equals("mention")) {
          Status.put(opened, told.path("status"), page);
        }
      }
      case "delete" ->
          opened
              .memory()
              .aliased(Status.alias(opened, payload))
              .ifPresent(id -> page.post(new Post.Deleted(id, opened.now())));
      default -> {
        // Filters, announcements and what else there may come to be.
      }
    }
    return cursor;
  }

  private static Cursor seen(Cursor cursor, String tag, JsonNode status) {
    String id = Nodes.textOr(status, "/id", "");
    String key = Timelines.key(tag);
    boolean newer =
        !tag.isEmpty()
            && !id.isEmpty()
            && cursor.get(key).map(last -> Status.isAfter(id, last)).orElse(true);
    return newer ? cursor.with(key, id) : cursor;
  }
}
