package dev.frontline.routing.incident.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Lists;
import java.io.IOException;
import java.util.Map;

/** By how much a brand's bars are moved, and since which version. */
record Tuned(long version, Map<String, Double> factors) {

  static final Tuned NONE = new Tuned(0, Map.of());
  private static final String ANY_STORY = "story";

  Tuned {
    factors = Lists.copy(factors);
  }

  double of(String signal) {
    return factors.getOrDefault(signal, 1.0);
  }

  /** A story, measured against its own bar; each person more counts a tenth. */
  Finding story(Finding found) {
    return new Finding(
        found.signal(),
        found.strength() / Math.max(1, Math.max(of(ANY_STORY), of(found.signal()))),
        found.counted(),
        found.usual(),
        found.minutes());
  }

  byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("factors are always JSON", e);
    }
  }

  static Tuned read(byte[] bytes) throws IOException {
    return Json.MAPPER.readValue(bytes, Tuned.class);
  }
}
