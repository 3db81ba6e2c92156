package dev.frontline.routing.watchrule;

import dev.frontline.kit.company.Alert;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When hours end in which nobody wants to be told. */
final class QuietHours {

  private QuietHours() {}

  /** The end of the quiet hours that the moment lies in; empty where it lies in none. */
  static Optional<Instant> end(Alert.@Nullable Quiet quiet, ZoneId zone, Instant at) {
    if (quiet == null) {
      return Optional.empty();
    }
    LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
    LocalTime from = LocalTime.parse(quiet.from());
    LocalTime to = LocalTime.parse(quiet.to());
    LocalTime time = wall.toLocalTime();
    boolean overMidnight = to.isBefore(from);
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    if (overMidnight ? !(afterFrom || beforeTo) : !(afterFrom && beforeTo)) {
      return Optional.empty();
    }
    boolean tomorrow = overMidnight && afterFrom;
    return Optional.of(
        wall.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(to).atZone(zone).toInstant());
  }
}
