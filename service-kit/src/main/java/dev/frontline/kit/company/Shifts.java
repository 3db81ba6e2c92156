package dev.frontline.kit.company;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/** Working hours. */
public final class Shifts {

  private static final String MIDNIGHT = "24:00";

  private Shifts() {}

  /**
   * Whether the person works at that moment; without shifts always. A shift belongs to the day on
   * which it starts. Where clocks go forward over its start or end, it starts or ends with the
   * jump; where they go back, the first passing counts.
   */
  public static boolean onShift(Company.Person person, ZoneId zone, Instant now) {
    if (person.shifts().isEmpty()) {
      return true;
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    return person.shifts().stream()
        .anyMatch(s -> covers(s, today, zone, now) || covers(s, today.minusDays(1), zone, now));
  }

  private static boolean covers(Company.Shift shift, LocalDate day, ZoneId zone, Instant now) {
    String name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    if (!shift.days().isEmpty() && !shift.days().contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    LocalDateTime from = day.atTime(LocalTime.parse(shift.from()));
    LocalDateTime to =
        shift.to().equals(MIDNIGHT)
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(LocalTime.parse(shift.to()));
    if (!to.isAfter(from)) {
      to = to.plusDays(1);
    }
    return !now.isBefore(moment(from, zone)) && now.isBefore(moment(to, zone));
  }

  private static Instant moment(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
    return jump != null && jump.isGap() ? jump.getInstant() : wall.atZone(zone).toInstant();
  }
}
