package dev.frontline.routing.incident.count;

import dev.frontline.routing.incident.SpikeDetector;
import dev.frontline.routing.incident.SpikeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A brand's counts minute by minute over a stretch of time, with sums at hand. Where only an hour's
 * count is known, it is spread over its minutes as chance would have it, the same at every call.
 */
public final class MinuteSeries {

  private final long first;
  private final int size;
  private final Map<String, double[]> counted = new HashMap<>();
  private final Map<String, double[]> usual = new HashMap<>();
  private final boolean[] known;
  private final BitSet learned = new BitSet();
  private final List<CountedHour.Noted> noted = new ArrayList<>();
  private final TreeSet<Long> hours = new TreeSet<>();

  private MinuteSeries(long first, int size) {
    this.first = first;
    this.size = size;
    known = new boolean[size];
  }

  /**
   * @param first its first minute since the epoch
   * @param last its last
   */
  public static MinuteSeries of(SortedMap<Long, CountedHour> hours, long first, long last) {
    MinuteSeries series = new MinuteSeries(first, (int) Math.max(0, last - first + 1));
    new TreeMap<>(hours)
        .subMap(Math.floorDiv(first, 60L), true, Math.floorDiv(last, 60L), true)
        .forEach(series::take);
    series.counted.values().forEach(series::sumUp);
    series.usual.values().forEach(series::sumUp);
    return series;
  }

  private void take(long hour, CountedHour of) {
    hours.add(hour);
    of.counts.forEach((signal, minutes) -> put(counted, signal, hour, minutes));
    of.usual.forEach((signal, minutes) -> put(usual, signal, hour, minutes));
    for (int m = 0; m < 60; m++) {
      int at = (int) (hour * 60 + m - first);
      if (at >= 0 && at < size) {
        known[at] = of.isKnown(m);
      }
    }
    spread(hour, of);
    noted.addAll(of.posts());
  }

  private void put(
      Map<String, double[]> into, String signal, long hour, SortedMap<Integer, Double> minutes) {
    double[] of = into.computeIfAbsent(signal, s -> new double[size + 1]);
    minutes.forEach((m, value) -> add(of, hour * 60 + m, value));
  }

  private void spread(long hour, CountedHour of) {
    for (Map.Entry<String, Double> one : of.before.entrySet()) {
      double[] into = counted.computeIfAbsent(one.getKey(), s -> new double[size + 1]);
      Random chance = new Random(hour * 31 + one.getKey().hashCode());
      for (long i = Math.min(100_000, Math.round(one.getValue())); i > 0; i--) {
        int m = chance.nextInt(60);
        if (!of.isWatched(m)) {
          add(into, hour * 60 + m, 1);
        }
      }
    }
  }

  /** Before it is summed up a minute stands at the next place, and place 0 stays 0. */
  private void add(double[] of, long minute, double value) {
    int at = (int) (minute - first);
    if (at >= 0 && at < size) {
      of[at + 1] += value;
    }
  }

  private void sumUp(double[] values) {
    Arrays.parallelPrefix(values, Double::sum);
  }

  /**
   * Fills in what is usual where nobody knew it then: as the detector would have learned it from
   * what this series brought before.
   */
  public void learnUsual(String signal) {
    double[] sums = counted.getOrDefault(signal, new double[size + 1]);
    double[] rates = usual.computeIfAbsent(signal, s -> new double[size + 1]);
    SpikeDetector detector = new SpikeDetector(SpikeSettings.DEFAULT, Duration.ofMinutes(1));
    double shift = 0;
    double before = 0;
    for (int at = 0; at < size; at++) {
      double now = rates[at + 1];
      if (hours.contains(Math.floorDiv(first + at, 60L))) {
        Instant time = Instant.ofEpochSecond((first + at) * 60);
        if (!known[at]) {
          shift += detector.usual(time) - (now - before);
          learned.set(at, detector.warm());
        }
        detector.next(time, sums[at + 1] - sums[at]);
      }
      before = now;
      rates[at + 1] = now + shift;
    }
  }

  public long first() {
    return first;
  }

  public long last() {
    return first + size - 1;
  }

  /** The signals of which something was counted. */
  public Set<String> signals() {
    return counted.keySet();
  }

  /** How many hours since that minute were recorded at all. */
  public int recordedSince(long minute) {
    return hours.tailSet(Math.floorDiv(minute, 60L)).size();
  }

  /** Whether the minute's hour was recorded. */
  public boolean isRecorded(long minute) {
    return hours.contains(Math.floorDiv(minute, 60L));
  }

  /** Posts of the signal in so many minutes up to that one, which belongs to them. */
  public double counted(String signal, long minute, int minutes) {
    return sum(counted.get(signal), minute, minutes);
  }

  /** What these minutes usually bring. */
  public double usual(String signal, long minute, int minutes) {
    return sum(usual.get(signal), minute, minutes);
  }

  /** Whether it was known in that minute what is usual. */
  public boolean known(long minute) {
    int at = (int) (minute - first);
    return at >= 0 && at < size && (known[at] || learned.get(at));
  }

  /** Posts of people with a large following, oldest first. */
  public List<CountedHour.Noted> noted() {
    return List.copyOf(noted);
  }

  private double sum(double @org.jspecify.annotations.Nullable [] sums, long minute, int minutes) {
    if (sums == null) {
      return 0;
    }
    int to = (int) Math.max(0, Math.min(size, minute - first + 1));
    int from = (int) Math.max(0, Math.min(size, minute - first + 1 - minutes));
    return sums[to] - sums[from];
  }
}
