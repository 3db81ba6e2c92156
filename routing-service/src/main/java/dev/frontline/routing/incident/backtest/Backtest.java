package dev.frontline.routing.incident.backtest;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.incident.watch.Bars;
import dev.frontline.routing.incident.watch.Replay;
import dev.frontline.routing.incident.watch.Replay.Alarm;
import dev.frontline.routing.incident.watch.Replay.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A brand's recorded time gone through at two settings.
 *
 * @param recordedHours of how many hours something was recorded
 * @param curve posts by hour, oldest first
 * @param volumes whether the running detector looks at volumes; where not, the present setting
 *     rings for stories only
 * @param byStory how many alarms of that time rang because people told one story: they ring at any
 *     setting
 */
public record Backtest(
    String brand,
    Instant from,
    Instant to,
    int recordedHours,
    Comparison present,
    Comparison other,
    List<Hour> curve,
    boolean volumes,
    int byStory) {

  /** What an hour brought, and what is usual. */
  public record Hour(Instant at, double counted, double usual) {}

  public Backtest {
    curve = List.copyOf(curve);
  }

  /**
   * @param series with what was before as well: it says what is usual
   * @param from the first minute that is asked about
   */
  static Backtest of(
      String brand,
      MinuteSeries series,
      long from,
      Setting present,
      Setting other,
      List<IncidentState> incidents) {
    List<List<Alarm>> alarms = Replay.run(series, List.of(present, other), from);
    Instant begin = Instant.ofEpochSecond(from * 60);
    Instant end = Instant.ofEpochSecond((series.last() + 1) * 60);
    Set<String> stories = stories(alarms.get(0), incidents, begin, end);
    return new Backtest(
        brand,
        begin,
        end,
        series.recordedSince(from),
        Comparison.of(alarms.get(0), incidents, stories, begin, end),
        Comparison.of(alarms.get(1), incidents, stories, begin, end),
        curve(series, from),
        present.bars() != Bars.STORIES_ONLY,
        stories.size());
  }

  /** What did ring though no count of it would have: people who told the same story. */
  private static Set<String> stories(
      List<Alarm> present, List<IncidentState> incidents, Instant from, Instant to) {
    List<IncidentState> crises =
        incidents.stream()
            .filter(s -> s.kind() == IncidentKind.CRISIS && !s.byHand())
            .filter(s -> s.times().alertedAt() != null)
            .filter(
                s -> !s.times().alertedAt().isBefore(from) && s.times().alertedAt().isBefore(to))
            .toList();
    Set<String> counted =
        present.stream()
            .flatMap(a -> Comparison.incident(a, crises).stream())
            .map(IncidentState::id)
            .collect(Collectors.toSet());
    Set<String> stories =
        crises.stream().map(IncidentState::id).collect(Collectors.toCollection(HashSet::new));
    stories.removeAll(counted);
    return stories;
  }

  private static List<Hour> curve(MinuteSeries series, long from) {
    series.learnUsual("all");
    List<Hour> hours = new ArrayList<>();
    for (long hour = Math.floorDiv(from, 60L); hour * 60 <= series.last(); hour++) {
      long last = hour * 60 + 59;
      hours.add(
          new Hour(
              Instant.ofEpochSecond(hour * 3600),
              Math.round(series.counted("all", last, 60)),
              Math.round(series.usual("all", last, 60) * 10) / 10.0));
    }
    return hours;
  }
}
