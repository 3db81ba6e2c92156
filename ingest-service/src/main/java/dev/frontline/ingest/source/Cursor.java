package dev.frontline.ingest.source;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a source was read up to: a few named values, which only the source understands. */
public record Cursor(Map<String, String> values) {

  /** Nothing was read yet. */
  public static final Cursor START = new Cursor(Map.of());

  public Cursor {
    values = Map.copyOf(values);
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A whole number; {@code otherwise} where none stands there. */
  public long number(String name, long otherwise) {
    try {
      String value = values.get(name);
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** A moment, stored as milliseconds. */
  public Optional<Instant> time(String name) {
    long millis = number(name, Long.MIN_VALUE);
    return millis == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** With the value; without it where it is null. */
  public Cursor with(String name, @Nullable String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    if (value == null) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return new Cursor(more);
  }

  /** Without these values. */
  public Cursor without(String... names) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.keySet().removeAll(List.of(names));
    return new Cursor(fewer);
  }

  public Cursor with(String name, long value) {
    return with(name, String.valueOf(value));
  }

  public Cursor with(String name, Instant time) {
    return with(name, time.toEpochMilli());
  }
}
