package dev.frontline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import java.nio.charset.StandardCharsets;

/** Posts as a network's sender tells them: the {@code data} of a webhook, a line of a replay. */
final class Told {

  static final String WRITTEN_AT = "2026-03-02T12:00:00Z";

  private Told() {}

  /** A post with just what is needed. */
  static ObjectNode post(String nativeId, String text) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("id", "mastodon:" + nativeId).put("network", "mastodon").put("text", text);
    data.putObject("author").put("id", "kim").put("handle", "kim").put("followers", 120);
    return data.put("createdAt", WRITTEN_AT);
  }

  static byte[] created(ObjectNode data) {
    return body("mention.created", data);
  }

  static byte[] body(String type, ObjectNode data) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", type).put("timestamp", WRITTEN_AT).set("data", data);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
