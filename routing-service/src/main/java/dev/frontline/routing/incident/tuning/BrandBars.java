package dev.frontline.routing.incident.tuning;

import dev.frontline.contracts.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a brand.
 *
 * @param version grows by one with each change; 0 as shipped
 * @param bars those that were moved or judged
 * @param resetAt verdicts about incidents before do not count; null for never
 * @param resetBy who said so
 */
public record BrandBars(
    String brand,
    long version,
    List<AlarmBar> bars,
    @Nullable Instant resetAt,
    @Nullable String resetBy) {

  public BrandBars {
    bars = Lists.copy(bars);
  }

  static BrandBars shipped(String brand) {
    return new BrandBars(brand, 0, List.of(), null, null);
  }

  BrandBars with(List<AlarmBar> next) {
    return new BrandBars(brand, version + 1, next, resetAt, resetBy);
  }

  BrandBars reset(Instant at, String by) {
    return new BrandBars(brand, version + 1, List.of(), at, by);
  }

  /** What the detector is told: those that are not as shipped. */
  public Map<String, Double> factors() {
    return bars.stream()
        .filter(b -> b.factor() != 1)
        .collect(Collectors.toMap(AlarmBar::signal, AlarmBar::factor));
  }
}
