package dev.frontline.routing.incident;

import java.time.Duration;
import java.util.List;

/**
 * How a series is watched. The defaults were chosen together on real and generated series; see
 * {@code docs/spikes.md}.
 *
 * @param levelMemory after how long the usual level has mostly forgotten what was before
 * @param hourMemory how much of one hour of the day must be seen for the day's shape to follow:
 *     three hours are that hour of three days
 * @param weekdayMemory how much of one day of the week must be seen for the week's shape to follow
 * @param ordinaryMemory after how long half of the memory of ordinary surprises is gone
 * @param spans over how long counts are summed before they are compared with the usual. Those of
 *     fewer than three moments are left out
 * @param steepSpans over how long counts are summed for what is steep, which is compared with the
 *     pace of the last half hour, too
 * @param ordinary share of all moments that are called ordinary
 * @param threshold an alarm is this many times what is just ordinary
 * @param fewest so many posts at least must stand in a span
 * @param clip what a moment may teach at most about the usual, in times of it: a crisis is not
 *     usual
 * @param warmUp no alarm before that much was seen
 * @param leastOrdinary however quiet a series was, so many standard deviations are ordinary
 * @param teaches so much of an alarm says what is ordinary, the rest of it does not
 * @param quiet an alarm is over when its surprise has not come back for so long; what comes within
 *     is the same alarm
 */
public record SpikeSettings(
    Duration levelMemory,
    Duration hourMemory,
    Duration weekdayMemory,
    Duration ordinaryMemory,
    List<Duration> spans,
    List<Duration> steepSpans,
    double ordinary,
    double threshold,
    double fewest,
    double clip,
    Duration warmUp,
    double leastOrdinary,
    Duration teaches,
    Duration quiet) {

  /** What runs where nobody says otherwise. */
  public static final SpikeSettings DEFAULT =
      new SpikeSettings(
          Duration.ofDays(10),
          Duration.ofHours(3),
          Duration.ofDays(4),
          Duration.ofDays(60),
          List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60)),
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(2),
              Duration.ofMinutes(3),
              Duration.ofMinutes(5),
              Duration.ofMinutes(10)),
          0.99,
          1.6,
          3,
          3,
          Duration.ofDays(1),
          2.8,
          Duration.ofMinutes(45),
          Duration.ofHours(12));

  /** Who looks more often than every five minutes sees more by chance. */
  private static final Duration SELDOM = Duration.ofMinutes(5);

  private static final double OFTEN_BAR = 1.2;
  private static final double LARGEST_PHI = 0.02;

  /** Of a few minutes the far tail is what counts: there are so many of them. */
  private static final Span.Strictness STEEP =
      new Span.Strictness(1, 0.999, 3, 0.3, 3, Scale.DEVIANCE);

  public SpikeSettings {
    spans = List.copyOf(spans);
    steepSpans = List.copyOf(steepSpans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("spans must name at least one");
    }
    if (!(ordinary > 0 && ordinary < 1)) {
      throw new IllegalArgumentException("ordinary must be a share between 0 and 1");
    }
    if (!(threshold > 0)) {
      throw new IllegalArgumentException("threshold must be above 0");
    }
  }

  Span.Strictness strictness(Duration step) {
    double bar = step.compareTo(SELDOM) < 0 ? OFTEN_BAR : 1;
    return new Span.Strictness(bar, ordinary, leastOrdinary, LARGEST_PHI, fewest, Scale.STABILISED);
  }

  Span.Strictness steepStrictness() {
    return STEEP;
  }

  /** The same with another threshold. */
  public SpikeSettings withThreshold(double other) {
    return new SpikeSettings(
        levelMemory,
        hourMemory,
        weekdayMemory,
        ordinaryMemory,
        spans,
        steepSpans,
        ordinary,
        other,
        fewest,
        clip,
        warmUp,
        leastOrdinary,
        teaches,
        quiet);
  }
}
