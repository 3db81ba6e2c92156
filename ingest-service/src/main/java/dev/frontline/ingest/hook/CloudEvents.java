package dev.frontline.ingest.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 over HTTP (github.com/cloudevents/spec, HTTP protocol binding) as bodies of the
 * webhook. Binary mode has the attributes in {@code ce-} headers and the mention as the body;
 * structured mode is one event as JSON, batched mode several.
 */
final class CloudEvents {

  private static final String STRUCTURED = "application/cloudevents";
  private static final String BATCHED = "application/cloudevents-batch";
  private static final String JSON = "+json";
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:.*\\.)?mention\\.(created|posted|updated|edited|deleted|removed)(?:\\.v\\d+)?");
  private static final Map<String, String> TYPES =
      Map.of(
          "created", "mention.created",
          "posted", "mention.created",
          "updated", "mention.updated",
          "edited", "mention.updated",
          "deleted", "mention.deleted",
          "removed", "mention.deleted");

  private CloudEvents() {}

  /** What a request holds. */
  sealed interface Found {

    /** No CloudEvent: the webhook's own body. */
    record Nothing() implements Found {}

    /** One, as the webhook's body. */
    record One(JsonNode body) implements Found {}

    /** Several; each is the webhook's body, or what is wrong with it. */
    record Many(List<Event> events) implements Found {}

    /** It is no event, or none that can be read. */
    record Broken(String reason) implements Found {}

    /** Events in a format that is not read. */
    record Unsupported(String format) implements Found {}
  }

  /**
   * One of several.
   *
   * @param raw as it came
   * @param body as the webhook's; null where it is none
   * @param fault what is wrong; empty where nothing is
   */
  record Event(String raw, @Nullable JsonNode body, String fault) {}

  /** Whether a request says that it brings CloudEvents, whatever it really brings. */
  static boolean announced(Map<String, String> headers) {
    return headers.containsKey("ce-specversion") || format(headers).startsWith(STRUCTURED);
  }

  /** Whether it says that it brings several. */
  static boolean batch(Map<String, String> headers) {
    return format(headers).startsWith(BATCHED);
  }

  /**
   * @param headers by lower-case name
   */
  static Found read(Map<String, String> headers, byte[] body) {
    if (!announced(headers)) {
      return new Found.Nothing();
    }
    String format = format(headers);
    if (format.startsWith(STRUCTURED) && !format.endsWith(JSON)) {
      return new Found.Unsupported(format);
    }
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(body);
    } catch (IOException | StackOverflowError e) {
      return new Found.Broken("the body is not JSON");
    }
    if (batch(headers)) {
      return root.isArray() ? many(root) : new Found.Broken("a batch must be a JSON array");
    }
    ObjectNode event =
        format.startsWith(STRUCTURED) && root.isObject()
            ? (ObjectNode) root
            : fromHeaders(headers, root);
    Optional<String> fault = fault(event);
    return fault.isPresent() ? new Found.Broken(fault.get()) : new Found.One(webhook(event));
  }

  private static Found many(JsonNode root) {
    List<Event> events = new ArrayList<>();
    for (JsonNode one : root) {
      String raw = one.toString();
      Optional<String> fault =
          one.isObject() ? fault((ObjectNode) one) : Optional.of("an event must be an object");
      events.add(
          fault.isPresent()
              ? new Event(raw, null, fault.get())
              : new Event(raw, webhook((ObjectNode) one), ""));
    }
    return new Found.Many(events);
  }

  private static ObjectNode fromHeaders(Map<String, String> headers, JsonNode data) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    headers.forEach(
        (name, value) -> {
          if (name.startsWith("ce-")) {
            event.put(name.substring("ce-".length()), decoded(value));
          }
        });
    event.set("data", data);
    return event;
  }

  private static Optional<String> fault(ObjectNode event) {
    if (!event.path("specversion").asText().equals("1.0")) {
      return Optional.of("specversion must be 1.0");
    }
    for (String needed : List.of("id", "source", "type")) {
      if (event.path(needed).asText().isBlank()) {
        return Optional.of("a CloudEvent needs " + needed);
      }
    }
    return Optional.empty();
  }

  /**
   * The event in the words of the webhook; its subject names a mention that has no id of its own.
   */
  private static ObjectNode webhook(ObjectNode event) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    Matcher type = TYPE.matcher(event.path("type").asText());
    body.put("type", type.matches() ? TYPES.get(type.group(1)) : event.path("type").asText());
    if (event.hasNonNull("time")) {
      body.set("timestamp", event.get("time"));
    }
    JsonNode data = data(event);
    if (data instanceof ObjectNode mention
        && !mention.hasNonNull("id")
        && event.hasNonNull("subject")) {
      mention.put("id", event.path("subject").asText());
    }
    body.set("data", data);
    return body;
  }

  private static JsonNode data(ObjectNode event) {
    if (!event.has("data_base64")) {
      return event.path("data");
    }
    try {
      return Json.MAPPER.readTree(event.get("data_base64").binaryValue());
    } catch (IOException | IllegalArgumentException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static String format(Map<String, String> headers) {
    String type = headers.getOrDefault("content-type", "");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /** Header values are percent-encoded UTF-8. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
