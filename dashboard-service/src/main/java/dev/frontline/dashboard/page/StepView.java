package dev.frontline.dashboard.page;

import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an incident for its report.
 *
 * @param at when; null where it never came
 * @param after since the first post, in words; empty for the first
 */
public record StepView(String name, @Nullable Instant at, String after) {

  static List<StepView> of(IncidentState s) {
    IncidentTimes t = s.times();
    Instant begin = t.firstPostAt() == null ? t.seenAt() : t.firstPostAt();
    List<StepView> steps = new ArrayList<>();
    steps.add(new StepView("First post", begin, ""));
    steps.add(step("First alarm", t.alertedAt(), begin));
    steps.add(step("Acknowledged", t.acknowledgedAt(), begin));
    steps.add(step("Confirmed", t.confirmedAt(), begin));
    steps.add(step("First statement", t.statementAt(), begin));
    steps.add(step("Peak", t.peakAt(), begin));
    steps.add(step("In hand", t.handledAt(), begin));
    steps.add(step("Ended", t.endedAt(), begin));
    return steps;
  }

  /** From the alarm to the peak, in words; empty while either is unknown. */
  static String lead(IncidentTimes t) {
    if (t.alertedAt() == null || t.peakAt() == null) {
      return "";
    }
    long minutes = Duration.between(t.alertedAt(), t.peakAt()).toMinutes();
    return minutes >= 0 ? minutes + " min before the peak" : -minutes + " min after the peak";
  }

  private static StepView step(String name, @Nullable Instant at, Instant begin) {
    return new StepView(name, at, at == null ? "" : "+" + words(Duration.between(begin, at)));
  }

  private static String words(Duration d) {
    long minutes = Math.max(0, d.toMinutes());
    return minutes < 180 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
