package dev.frontline.ingest.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields of a JSON object and collects what is wrong with them. */
final class Fields {

  private static final int LONGEST_WORD = 2048;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final String A_TIME =
      "an ISO-8601 time such as 2026-11-20T09:15:00Z, from " + EARLIEST + " to one day from now";

  private final JsonNode node;
  private final String path;
  private final List<FieldError> errors;
  private final Instant now;

  private Fields(JsonNode node, String path, List<FieldError> errors, Instant now) {
    this.node = node;
    this.path = path;
    this.errors = errors;
    this.now = now;
  }

  /**
   * @param now times more than a day later are wrong
   */
  static Fields of(JsonNode node, String path, Instant now) {
    return new Fields(node, path, new ArrayList<>(), now);
  }

  /** The object of that name, whatever it is, under its own path. */
  Fields child(String name) {
    return new Fields(node.path(name), path.isEmpty() ? name : path + "." + name, errors, now);
  }

  List<FieldError> errors() {
    return errors;
  }

  Fields object(String name) {
    JsonNode child = node.path(name);
    if (!child.isMissingNode() && !child.isNull() && !child.isObject()) {
      wrong(name, "an object");
    }
    return child(name);
  }

  String required(String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST_WORD) {
      wrong(name, "present: a text of 1 to " + LONGEST_WORD + " characters");
      return "";
    }
    return value.asText();
  }

  String requiredText(String name, int longest) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().length() > longest) {
      wrong(name, "present: a text of at most " + longest + " characters");
      return "";
    }
    return value.asText();
  }

  Instant requiredTime(String name) {
    Instant time = time(name);
    if (time == null) {
      if (node.path(name).isMissingNode() || node.path(name).isNull()) {
        wrong(name, "present: " + A_TIME);
      }
      return Instant.EPOCH;
    }
    return time;
  }

  @Nullable String word(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.asText().length() > LONGEST_WORD) {
      wrong(name, "a text of at most " + LONGEST_WORD + " characters, or absent");
      return null;
    }
    return value.asText().isBlank() ? null : value.asText();
  }

  @Nullable Instant time(String name) {
    String value = word(name);
    if (value == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(value).toInstant();
      if (!time.isBefore(EARLIEST) && !time.isAfter(now.plus(AHEAD))) {
        return time;
      }
    } catch (DateTimeException e) {
      // It is told below, with times that nobody can have written at.
    }
    wrong(name, A_TIME);
    return null;
  }

  @Nullable Long count(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      wrong(name, "a whole number, or absent");
      return null;
    }
    return value.asLong();
  }

  long countOrZero(String name) {
    Long value = count(name);
    return value == null ? 0 : Math.max(0, value);
  }

  @Nullable Double number(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      wrong(name, "a number, or absent");
      return null;
    }
    return value.asDouble();
  }

  List<Fields> list(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      wrong(name, "a list, or absent");
      return List.of();
    }
    List<Fields> items = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(new Fields(value.get(i), path + "." + name + "[" + i + "]", errors, now));
    }
    return items;
  }

  void wrong(String name, String allowed) {
    errors.add(new FieldError(path.isEmpty() ? name : path + "." + name, allowed));
  }
}
