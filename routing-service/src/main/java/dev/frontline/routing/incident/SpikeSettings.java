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
 * @param spans over how long counts are summed before they are compared; short ones see a steep
 *     rise, long ones a shallow one. Those of fewer than three moments are left out
 * @param ordinary share of all moments that are called ordinary
 * @param threshold an alarm is this many times what is just ordinary
 * @param fewest so many posts at least must stand in a span
 * @param clip what a moment may teach at most about the usual, in times of it: a crisis is not
 *     usual
 * @param warmUp no alarm before that much was seen
 * @param leastOrdinary however quiet a series was, so many standard deviations are ordinary
 * @param settling what is seen before says nothing about what is ordinary: the shapes of day and
 *     week are not known yet
 * @param quiet an alarm is over when its surprise has not come back for so long; what comes within
 *     is the same alarm
 */
public record SpikeSettings(
    Duration levelMemory,
    Duration hourMemory,
    Duration weekdayMemory,
    Duration ordinaryMemory,
    List<Duration> spans,
    double ordinary,
    double threshold,
    double fewest,
    double clip,
    Duration warmUp,
    double leastOrdinary,
    Duration settling,
    Duration quiet) {

  /** What runs where nobody says otherwise. */
  public static final SpikeSettings DEFAULT =
      new SpikeSettings(
          Duration.ofDays(10),
          Duration.ofHours(3),
          Duration.ofDays(4),
          Duration.ofDays(60),
          List.of(
              Duration.ofMinutes(3),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(30),
              Duration.ofMinutes(60)),
          0.99,
          1.6,
          3,
          3,
          Duration.ofDays(1),
          2.8,
          Duration.ZERO,
          Duration.ofHours(12));

  /**
   * For counts by the hour: spans of half and a whole day see a shift that is small and stays.
   * Chosen on generated series only, see {@code docs/spikes.md}.
   */
  public static final SpikeSettings LASTING =
      new SpikeSettings(
          Duration.ofDays(21),
          Duration.ofHours(5),
          Duration.ofDays(5),
          Duration.ofDays(120),
          List.of(Duration.ofHours(12), Duration.ofHours(24)),
          0.99,
          1.4,
          8,
          2,
          Duration.ofDays(15),
          2,
          Duration.ofDays(14),
          Duration.ofHours(24));

  public SpikeSettings {
    spans = List.copyOf(spans);
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

  /** The same with another threshold. */
  public SpikeSettings withThreshold(double other) {
    return new SpikeSettings(
        levelMemory,
        hourMemory,
        weekdayMemory,
        ordinaryMemory,
        spans,
        ordinary,
        other,
        fewest,
        clip,
        warmUp,
        leastOrdinary,
        settling,
        quiet);
  }
}
