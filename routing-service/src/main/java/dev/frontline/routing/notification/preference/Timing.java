package dev.frontline.routing.notification.preference;

import dev.frontline.kit.company.Alert;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a notice goes out.
 *
 * @param at not before
 * @param digest whether it is gathered with all others until then
 */
record Timing(Instant at, boolean digest) {

  /**
   * At once where somebody's safety or an incident is at stake; else with the next digest, and in
   * quiet hours when they end.
   */
  static Timing of(
      Notice notice,
      Alert.@Nullable Quiet quiet,
      @Nullable Duration every,
      ZoneId zone,
      Instant now) {
    if (notice.kind().breaksQuiet() || notice.urgency() == Urgency.CRITICAL) {
      return new Timing(now, false);
    }
    Instant at = every == null ? now : next(every, now);
    return new Timing(quiet == null ? at : quiet.end(zone, at).orElse(at), every != null);
  }

  /** The next multiple of the digest's length, the same for all that come until then. */
  private static Instant next(Duration every, Instant now) {
    long length = Math.max(1_000, every.toMillis());
    return Instant.ofEpochMilli((now.toEpochMilli() / length + 1) * length);
  }
}
