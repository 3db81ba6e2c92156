package dev.frontline.dashboard.page;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import java.time.Duration;
import java.util.List;

/**
 * How good the alarms about a brand were, by what people said of them.
 *
 * @param precision right ones of those that were judged, in percent; a dash while none was
 * @param lead median minutes from alarm to peak of the right ones; a dash while there is none
 * @param missed opened by hand before an alarm
 */
public record ScoreView(
    String brand, long alarms, long right, long wrong, long missed, String precision, String lead) {

  static List<ScoreView> of(List<IncidentState> all) {
    return all.stream()
        .map(IncidentState::brand)
        .distinct()
        .sorted()
        .map(brand -> of(brand, all.stream().filter(s -> s.brand().equals(brand)).toList()))
        .toList();
  }

  private static ScoreView of(String brand, List<IncidentState> all) {
    List<IncidentState> alarms =
        all.stream()
            .filter(s -> s.kind() == IncidentKind.CRISIS && !s.byHand())
            .filter(s -> s.times().alertedAt() != null)
            .toList();
    long right = alarms.stream().filter(s -> Boolean.TRUE.equals(s.real())).count();
    long wrong = alarms.stream().filter(s -> Boolean.FALSE.equals(s.real())).count();
    List<Long> leads =
        alarms.stream()
            .filter(s -> Boolean.TRUE.equals(s.real()) && s.times().peakAt() != null)
            .map(s -> Duration.between(s.times().alertedAt(), s.times().peakAt()).toMinutes())
            .sorted()
            .toList();
    return new ScoreView(
        brand,
        alarms.size(),
        right,
        wrong,
        all.stream().filter(s -> s.byHand() && !Boolean.FALSE.equals(s.real())).count(),
        right + wrong == 0 ? "\u2013" : Math.round(100.0 * right / (right + wrong)) + " %",
        leads.isEmpty() ? "\u2013" : leads.get(leads.size() / 2) + " min");
  }
}
