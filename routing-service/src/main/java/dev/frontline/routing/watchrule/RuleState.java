package dev.frontline.routing.watchrule;

import dev.frontline.contracts.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found about a brand so far.
 *
 * @param firedAt when it last held and was told; null while it never was
 * @param firings the latest, oldest first
 */
public record RuleState(@Nullable Instant firedAt, List<Firing> firings) {

  private static final int MOST = 20;

  public static final RuleState NONE = new RuleState(null, List.of());

  /**
   * Once that it was told.
   *
   * @param what in words
   * @param link path on the dashboard; null for none
   */
  public record Firing(Instant at, String brand, String what, @Nullable String link) {}

  public RuleState {
    firings = Lists.copy(firings);
  }

  /** Whether it may speak again: its cool-down is over. What comes late from before is old news. */
  boolean mayFire(Instant at, Duration coolDown) {
    return firedAt == null || !at.isBefore(firedAt.plus(coolDown));
  }

  RuleState after(Firing firing) {
    List<Firing> all = new ArrayList<>(firings);
    all.add(firing);
    return new RuleState(firing.at(), all.subList(Math.max(0, all.size() - MOST), all.size()));
  }
}
