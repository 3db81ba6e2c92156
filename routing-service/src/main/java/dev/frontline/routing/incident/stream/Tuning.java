package dev.frontline.routing.incident.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Lists;
import java.util.Map;

/**
 * How the bars of a brand are moved, as it stands on {@code incidents.baselines}: the watch takes
 * it up with the next post or tick.
 *
 * @param version the higher one holds
 * @param factors by signal; what is left out is as shipped
 */
public record Tuning(String brand, long version, Map<String, Double> factors) {

  public Tuning {
    factors = Lists.copy(factors);
  }

  /** As it stands on the topic. */
  public byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tuning cannot be written", e);
    }
  }

  /** Whether what was told is one: a baseline has no factors. */
  static boolean is(JsonNode told) {
    return told.has("factors");
  }
}
