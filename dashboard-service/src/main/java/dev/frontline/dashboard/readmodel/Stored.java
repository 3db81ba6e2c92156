package dev.frontline.dashboard.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import org.jspecify.annotations.Nullable;

/** The contract's records as JSON text inside documents: read whole, never queried. */
final class Stored {

  private Stored() {}

  static String write(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be stored: " + e.getOriginalMessage(), e);
    }
  }

  static <T> @Nullable T read(@Nullable String json, Class<T> type) {
    if (json == null) {
      return null;
    }
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a stored " + type.getSimpleName(), e);
    }
  }
}
