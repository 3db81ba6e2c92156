package dev.frontline.routing.incident.tuning;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.routing.incident.tuning.AlarmBar.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people's verdicts make of a brand's bars. It is worked out anew from all verdicts that still
 * count, so that a verdict that is taken back takes its step back, too, and nothing is counted
 * twice.
 */
public final class Adapting {

  /** A false alarm: its signal must stand out a tenth more. */
  public static final double RAISE = 1.10;

  /** A missed one: the signals that should have rung, a twentieth less. */
  public static final double LOWER = 0.95;

  /** A right one: what false alarms took is half given back. */
  private static final double GIVE_BACK = 1 / 1.05;

  /** No bar is ever lower than this part of what it was at first. */
  public static final double LOWEST = 0.85;

  /** No bar is ever higher than this. */
  public static final double HIGHEST = 1.5;

  /**
   * Of what may be at risk, and of stories: that is two people more, and no crisis passes for it.
   */
  public static final double HIGHEST_RISK = 1.2;

  /** Whatever a day brings moves a bar by one step. */
  private static final Duration APART = Duration.ofDays(1);

  /** What is older does not count any more. */
  public static final Duration REMEMBERED = Duration.ofDays(180);

  private static final String STORY = "story";
  private static final List<String> GENERAL =
      List.of("all", "complaint", "negative-share", "pr_risk");

  private Adapting() {}

  private enum Verdict {
    FALSE_ALARM("a false alarm"),
    RIGHT("a right alarm"),
    MISSED("seen by a person first");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  /**
   * The bars of one brand that were moved or judged, by signal.
   *
   * @param since verdicts about earlier incidents were reset; null for never
   */
  public static List<AlarmBar> bars(
      List<IncidentState> incidents, @Nullable Instant since, Instant now) {
    Instant oldest = now.minus(REMEMBERED);
    Instant from = since == null || since.isBefore(oldest) ? oldest : since;
    Map<String, Moving> bars = new TreeMap<>();
    incidents.stream()
        .filter(s -> s.kind() == IncidentKind.CRISIS && at(s).isAfter(from))
        .sorted(Comparator.comparing(Adapting::at).thenComparing(IncidentState::id))
        .forEach(
            s ->
                verdict(s)
                    .ifPresent(
                        v ->
                            signals(s, v)
                                .forEach(
                                    signal ->
                                        bars.computeIfAbsent(signal, Moving::new).take(s, v))));
    return bars.values().stream().map(Moving::bar).toList();
  }

  private static Optional<Verdict> verdict(IncidentState s) {
    if (s.byHand()) {
      return Boolean.FALSE.equals(s.real()) ? Optional.empty() : Optional.of(Verdict.MISSED);
    }
    if (s.times().alertedAt() == null || s.real() == null) {
      return Optional.empty();
    }
    return Optional.of(s.real() ? Verdict.RIGHT : Verdict.FALSE_ALARM);
  }

  /** The signals that it says something about. */
  private static List<String> signals(IncidentState s, Verdict verdict) {
    if (verdict != Verdict.MISSED) {
      return List.of(key(s.cause()));
    }
    List<String> signals = new ArrayList<>(GENERAL);
    if (s.riskKind() != null) {
      signals.add("risk:" + s.riskKind());
    }
    return signals;
  }

  /** Stories come and go: they share a bar. */
  public static String key(String signal) {
    return signal.startsWith("story:") ? STORY : signal;
  }

  private static Instant at(IncidentState s) {
    return s.times().alertedAt() == null ? s.times().seenAt() : s.times().alertedAt();
  }

  /** One bar on its way. */
  private static final class Moving {
    private final String signal;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Verdict, Instant> last = new TreeMap<>();
    private final Map<Verdict, Integer> many = new TreeMap<>();
    private double factor = 1;

    Moving(String signal) {
      this.signal = signal;
    }

    void take(IncidentState s, Verdict verdict) {
      many.merge(verdict, 1, Integer::sum);
      Instant before = last.get(verdict);
      if (before != null && at(s).isBefore(before.plus(APART))) {
        return;
      }
      last.put(verdict, at(s));
      double next =
          switch (verdict) {
            case FALSE_ALARM -> factor * RAISE;
            case RIGHT -> factor > 1 ? Math.max(1, factor * GIVE_BACK) : factor;
            case MISSED -> factor * LOWER;
          };
      boolean story = signal.equals(STORY);
      boolean risk = story || signal.startsWith("risk:");
      next = Math.min(risk ? HIGHEST_RISK : HIGHEST, Math.max(story ? 1 : LOWEST, next));
      next = Math.round(next * 1000) / 1000.0;
      if (next != factor) {
        factor = next;
        steps.add(new Step(at(s), s.id(), s.title(), verdict.words, factor));
      }
    }

    AlarmBar bar() {
      return new AlarmBar(
          signal,
          factor,
          many.getOrDefault(Verdict.FALSE_ALARM, 0),
          many.getOrDefault(Verdict.RIGHT, 0),
          many.getOrDefault(Verdict.MISSED, 0),
          steps);
    }
  }
}
