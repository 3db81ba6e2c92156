package dev.frontline.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what networks write into JSON, where anything may be missing or something else. */
public final class Nodes {

  private Nodes() {}

  /** The text at a JSON pointer; null where none stands there. Numbers count as texts. */
  public static @Nullable String text(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    return value.isTextual() || value.isNumber() ? value.asText() : null;
  }

  /** The text at a JSON pointer, empty where none stands there. */
  public static String textOr(JsonNode node, String pointer, String otherwise) {
    String value = text(node, pointer);
    return value == null ? otherwise : value;
  }

  public static long count(JsonNode node, String pointer) {
    return Math.max(0, node.at(pointer).asLong(0));
  }

  public static @Nullable Long countOrNull(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    return value.isIntegralNumber() ? (Long) value.asLong() : null;
  }

  /** An ISO-8601 time; empty where none stands there. */
  public static Optional<Instant> time(JsonNode node, String pointer) {
    String value = text(node, pointer);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time in seconds since 1970; empty where none stands there. */
  public static Optional<Instant> epoch(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    return value.isNumber() && value.asLong() > 0
        ? Optional.of(Instant.ofEpochSecond(value.asLong()))
        : Optional.empty();
  }
}
