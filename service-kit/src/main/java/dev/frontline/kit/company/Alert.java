package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a department is told, and where.
 *
 * @param department whose alerts these are
 * @param kinds of {@link #KINDS}; empty means all
 * @param sinks ids of sinks whose channel gets them
 * @param people who gets them by mail, too, where the person has set nothing else: {@code none},
 *     {@code on-shift} or {@code all} of the department; null for none
 * @param quiet hours in which alerts wait, unless somebody's safety or an incident is at stake
 * @param digest at most one message in so long, with all that came; null for each at once
 */
public record Alert(
    String department,
    List<String> kinds,
    List<String> sinks,
    @Nullable String people,
    @Nullable Quiet quiet,
    @Nullable Duration digest) {

  public static final String NONE = "none";
  public static final String ON_SHIFT = "on-shift";
  public static final String EVERYBODY = "all";

  /** What alerts can be about. */
  public static final Set<String> KINDS =
      Set.of(
          "incident-alerted",
          "incident-escalated",
          "incident-confirmed",
          "incident-closed",
          "lead",
          "urgent-complaint",
          "risk-rising",
          "risk-queued",
          "opportunity",
          "watch-rule",
          "source-silent",
          "source-attention");

  public Alert {
    kinds = Lists.copy(kinds);
    sinks = Lists.copy(sinks);
  }

  /**
   * Hours without alerts, as {@code HH:mm} in the company's zone; {@code to} before {@code from}
   * runs over midnight.
   */
  public record Quiet(String from, String to) {

    /** When these hours end that the moment lies in; empty where it lies outside of them. */
    public Optional<Instant> end(ZoneId zone, Instant at) {
      LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
      LocalTime begin = LocalTime.parse(from);
      LocalTime end = LocalTime.parse(to);
      LocalTime time = wall.toLocalTime();
      boolean overMidnight = end.isBefore(begin);
      boolean afterBegin = !time.isBefore(begin);
      boolean beforeEnd = time.isBefore(end);
      if (overMidnight ? !(afterBegin || beforeEnd) : !(afterBegin && beforeEnd)) {
        return Optional.empty();
      }
      boolean tomorrow = overMidnight && afterBegin;
      return Optional.of(
          wall.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(end).atZone(zone).toInstant());
    }
  }
}
