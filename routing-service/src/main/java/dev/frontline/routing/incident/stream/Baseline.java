package dev.frontline.routing.incident.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Lists;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an hour brought before Frontline listened, as it stands on {@code incidents.baselines} and
 * in the body of {@code POST /internal/baselines}.
 *
 * @param hour its begin
 * @param counts posts by signal: {@code all}, {@code complaint}, {@code pr_risk}, {@code
 *     risk:KIND}, {@code negative}, {@code theme:NAME}
 */
public record Baseline(String brand, @Nullable Instant hour, Map<String, Double> counts) {

  public Baseline {
    counts = Lists.copy(counts);
  }

  /** As it stands on the topic. */
  public byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a baseline cannot be written", e);
    }
  }

  /**
   * Whether these bytes are JSON, as a baseline and a tuning are: a slim record begins otherwise.
   */
  static boolean is(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == '{';
  }
}
