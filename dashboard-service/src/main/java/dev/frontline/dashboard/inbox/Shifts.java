package dev.frontline.dashboard.inbox;

import dev.frontline.kit.company.Company.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** Who is there now, for showing it; who gets a case is routing's to decide. */
public final class Shifts {

  private Shifts() {}

  /** Whether any of the shifts covers the moment; no shifts means always there. */
  public static boolean onShift(List<Shift> shifts, ZoneId zone, Instant now) {
    ZonedDateTime local = now.atZone(zone);
    return shifts.isEmpty() || shifts.stream().anyMatch(s -> covers(s, local));
  }

  private static boolean covers(Shift shift, ZonedDateTime local) {
    int from = minutes(shift.from());
    int to = minutes(shift.to());
    int at = local.getHour() * 60 + local.getMinute();
    if (from < to) {
      return at >= from && at < to && on(shift, local.getDayOfWeek());
    }
    // Over midnight: the morning part belongs to the day before.
    return (at >= from && on(shift, local.getDayOfWeek()))
        || (at < to && on(shift, local.getDayOfWeek().minus(1)));
  }

  private static boolean on(Shift shift, DayOfWeek day) {
    String name = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    return shift.days().isEmpty() || shift.days().contains(name);
  }

  private static int minutes(String time) {
    if (time.equals("24:00")) {
      return 24 * 60;
    }
    LocalTime parsed = LocalTime.parse(time);
    return parsed.getHour() * 60 + parsed.getMinute();
  }
}
