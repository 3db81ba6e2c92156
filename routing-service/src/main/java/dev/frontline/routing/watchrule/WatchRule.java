package dev.frontline.routing.watchrule;

import dev.frontline.contracts.Lists;
import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Watch;
import dev.frontline.kit.company.WatchTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands.
 *
 * @param version grows by one with each change
 * @param when a sentence of {@link WatchTerms}, in full
 * @param brand which it watches; null for each
 * @param department who is told besides {@code people}; null for nobody
 * @param file whether it came from {@code frontline.yaml} and nobody has changed it since
 * @param by who changed it last; null for the file
 */
public record WatchRule(
    String id,
    long version,
    String name,
    String when,
    @Nullable String brand,
    @Nullable String department,
    List<String> people,
    Alert.@Nullable Quiet quiet,
    Duration coolDown,
    boolean file,
    @Nullable String by,
    Instant at) {

  public WatchRule {
    people = Lists.copy(people);
  }

  /** The rule of the company file, as its first version. */
  static WatchRule of(Watch watch, Instant now) {
    Duration coolDown = watch.coolDown() == null ? Duration.ofHours(1) : watch.coolDown();
    return new WatchRule(
        watch.id(),
        1,
        watch.name(),
        WatchTerms.read(watch.when()).terms().map(WatchTerms::words).orElse(watch.when()),
        watch.brand(),
        watch.department(),
        watch.people(),
        watch.quiet(),
        coolDown,
        true,
        null,
        now);
  }

  /**
   * What it asks for.
   *
   * @throws IllegalStateException where a version of another time wrote what cannot be read now
   */
  public WatchTerms terms() {
    return WatchTerms.read(when)
        .terms()
        .orElseThrow(() -> new IllegalStateException("rule " + id + " cannot be read: " + when));
  }

  boolean watches(String of) {
    return brand == null || brand.equals(of);
  }
}
