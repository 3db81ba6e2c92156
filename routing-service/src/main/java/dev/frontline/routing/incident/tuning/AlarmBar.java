package dev.frontline.routing.incident.tuning;

import dev.frontline.contracts.Lists;
import java.time.Instant;
import java.util.List;

/**
 * How much more, or less, than at first one signal of a brand must stand out for an alarm.
 *
 * @param signal as the detector names it; {@code story} for people who tell the same risky story
 * @param factor by which the bar as shipped is multiplied
 * @param falseAlarms how many people called false
 * @param right how many people called right
 * @param missed how many people opened by hand before it rang
 * @param steps what moved it, oldest first
 */
public record AlarmBar(
    String signal, double factor, int falseAlarms, int right, int missed, List<Step> steps) {

  public AlarmBar {
    steps = Lists.copy(steps);
  }

  /**
   * What one verdict did.
   *
   * @param factor as it was after it
   */
  public record Step(Instant at, String incidentId, String title, String why, double factor) {}
}
