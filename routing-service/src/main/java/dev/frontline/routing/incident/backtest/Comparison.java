package dev.frontline.routing.incident.backtest;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.routing.incident.watch.Replay.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one setting would have told, beside what people said of the incidents of that time.
 *
 * @param alarms those that would have begun
 * @param right how many are of incidents that people called right, or opened by hand
 * @param wrong how many are of alarms that people called false
 * @param unjudged how many belong to incidents of which nobody said anything, or to none
 * @param missed real incidents that nothing would have rung for
 * @param precision right ones of those that were judged, in percent; null while none was
 */
public record Comparison(
    List<Told> alarms,
    int right,
    int wrong,
    int unjudged,
    List<Missed> missed,
    @Nullable Long precision) {

  /** An alarm belongs to an incident that began so shortly after it, or had not long ended. */
  private static final Duration BEFORE = Duration.ofHours(2);

  private static final Duration AFTER = Duration.ofHours(12);

  /**
   * An alarm that would have begun.
   *
   * @param why in words
   * @param outcome {@code right, false} or {@code unjudged}
   * @param incidentId to which it belongs; null for none
   */
  public record Told(
      Instant at,
      String signal,
      double strength,
      String why,
      String outcome,
      @Nullable String incidentId,
      @Nullable String title) {}

  /** A real incident for which nothing would have rung. */
  public record Missed(Instant at, String incidentId, String title) {}

  public Comparison {
    alarms = List.copyOf(alarms);
    missed = List.copyOf(missed);
  }

  /**
   * @param incidents of the brand
   * @param others ids of incidents that other than counts rang for: people who told one story
   */
  static Comparison of(
      List<Alarm> alarms,
      List<IncidentState> incidents,
      Set<String> others,
      Instant from,
      Instant to) {
    List<IncidentState> crises =
        incidents.stream()
            .filter(s -> s.kind() == IncidentKind.CRISIS)
            .filter(s -> !at(s).isBefore(from) && !at(s).isAfter(to))
            .sorted(Comparator.comparing(Comparison::at))
            .toList();
    List<Told> told = new ArrayList<>();
    Set<String> seen = new HashSet<>(others);
    for (Alarm alarm : alarms) {
      Optional<IncidentState> of = incident(alarm, crises);
      of.ifPresent(s -> seen.add(s.id()));
      told.add(
          new Told(
              alarm.at(),
              alarm.signal(),
              Math.round(alarm.strength() * 100) / 100.0,
              why(alarm),
              of.map(Comparison::outcome).orElse("unjudged"),
              of.map(IncidentState::id).orElse(null),
              of.map(IncidentState::title).orElse(null)));
    }
    List<Missed> missed =
        crises.stream()
            .filter(s -> outcome(s).equals("right") && !seen.contains(s.id()))
            .map(s -> new Missed(at(s), s.id(), s.title()))
            .toList();
    int right = count(told, "right");
    int wrong = count(told, "false");
    return new Comparison(
        told,
        right,
        wrong,
        count(told, "unjudged"),
        missed,
        right + wrong == 0 ? null : Math.round(100.0 * right / (right + wrong)));
  }

  /** The incident that an alarm belongs to, the closest one. */
  static Optional<IncidentState> incident(Alarm alarm, List<IncidentState> crises) {
    return crises.stream()
        .filter(s -> !alarm.last().isBefore(at(s).minus(BEFORE)) && !alarm.at().isAfter(end(s)))
        .min(Comparator.comparing(s -> Duration.between(at(s), alarm.at()).abs()));
  }

  private static Instant end(IncidentState s) {
    Instant ended = s.times().endedAt();
    Instant latest = ended == null || ended.isBefore(at(s)) ? at(s) : ended;
    Instant most = at(s).plus(Duration.ofDays(1));
    return (latest.isAfter(most) ? most : latest).plus(AFTER);
  }

  private static Instant at(IncidentState s) {
    return s.times().alertedAt() == null ? s.times().seenAt() : s.times().alertedAt();
  }

  private static String outcome(IncidentState s) {
    if (Boolean.FALSE.equals(s.real())) {
      return "false";
    }
    return s.byHand() || Boolean.TRUE.equals(s.real()) ? "right" : "unjudged";
  }

  private static int count(List<Told> told, String outcome) {
    return (int) told.stream().filter(t -> t.outcome().equals(outcome)).count();
  }

  private static String why(Alarm a) {
    return String.format(
        Locale.ROOT,
        "%.0f posts within %s where %.1f are usual",
        a.counted(),
        a.minutes() >= 120 ? a.minutes() / 60 + " hours" : a.minutes() + " minutes",
        a.usual());
  }
}
