package dev.frontline.dashboard.score;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the alarms about a brand were, by what people said of them.
 *
 * @param precision right ones of those that were judged, in percent; null while none was
 * @param lead median minutes from alarm to peak of the right ones; null while there is none
 * @param missed opened by hand before an alarm, and not dismissed
 */
public record AlarmScore(
    String brand,
    long alarms,
    long right,
    long wrong,
    long missed,
    @Nullable Long precision,
    @Nullable Long lead) {

  /** The same for programs. */
  public record Json(
      String brand,
      long alarms,
      long right,
      long wrong,
      long unjudged,
      long missed,
      @Nullable Long precision,
      @Nullable Long leadMinutes) {}

  /** By brand, in the order of their names. */
  public static List<AlarmScore> of(List<IncidentState> all) {
    return all.stream()
        .map(IncidentState::brand)
        .distinct()
        .sorted()
        .map(brand -> of(brand, all.stream().filter(s -> s.brand().equals(brand)).toList()))
        .toList();
  }

  public Json json() {
    return new Json(brand, alarms, right, wrong, alarms - right - wrong, missed, precision, lead);
  }

  private static AlarmScore of(String brand, List<IncidentState> all) {
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
    return new AlarmScore(
        brand,
        alarms.size(),
        right,
        wrong,
        all.stream().filter(s -> s.byHand() && !Boolean.FALSE.equals(s.real())).count(),
        right + wrong == 0 ? null : Math.round(100.0 * right / (right + wrong)),
        median(leads));
  }

  private static @Nullable Long median(List<Long> sorted) {
    if (sorted.isEmpty()) {
      return null;
    }
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Math.round((sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
  }
}
