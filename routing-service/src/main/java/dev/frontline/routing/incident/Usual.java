package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * What a moment usually brings: a level that follows slowly, times the shape of the day, times that
 * of the week. All learn from each moment, but never more than a bound from one, so that a crisis
 * does not become usual while it lasts. Fixed size.
 */
final class Usual {

  private static final int HOURS = 24;
  private static final int DAYS = 7;

  /** A level of nothing would never leave zero again. */
  private static final double LEAST_LEVEL = 0.001;

  /** An hour in which hardly anything is said must not blow one post up to a level. */
  private static final double LEAST_SHAPE = 0.05;

  /** So many posts may always be learned from, also where next to none are usual. */
  private static final double ALWAYS_LEARNED = 3;

  private final double levelStep;
  private final double hourStep;
  private final double dayStep;
  private final double clip;
  private final long momentsADay;
  private final double[] hours = new double[HOURS];
  private final double[] days = new double[DAYS];
  private double level = -1;
  private long moments;

  /**
   * @param clip what a moment may teach at most, in times of the usual
   */
  Usual(
      Duration levelMemory,
      Duration hourMemory,
      Duration weekdayMemory,
      double clip,
      double stepSeconds) {
    levelStep = Math.min(1, stepSeconds / levelMemory.toSeconds());
    hourStep = Math.min(1, stepSeconds / hourMemory.toSeconds());
    dayStep = Math.min(1, stepSeconds / weekdayMemory.toSeconds());
    this.clip = clip;
    momentsADay = Math.max(1, Math.round(86_400 / stepSeconds));
    Arrays.fill(hours, 1);
    Arrays.fill(days, 1);
  }

  /** What is usual at that time; asked before the moment is learned. */
  double at(Instant time, double first) {
    if (level < 0) {
      level = first + 0.5;
    }
    return level * shape(time.atZone(ZoneOffset.UTC));
  }

  /** What that time usually brings, 0 while nothing was learned. */
  double at(Instant time) {
    return level < 0 ? 0 : level * shape(time.atZone(ZoneOffset.UTC));
  }

  /** How many times the mean that time usually brings. */
  double rhythm(Instant time) {
    return shape(time.atZone(ZoneOffset.UTC));
  }

  /** Posts of a moment that is over came late: the level would be too low without them. */
  void learnLate(Instant time, double value) {
    if (level >= 0) {
      double shape = shape(time.atZone(ZoneOffset.UTC));
      level += levelStep * Math.min(value, clip) / Math.max(shape, LEAST_SHAPE);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(level);
    out.writeLong(moments);
    for (double hour : hours) {
      out.writeDouble(hour);
    }
    for (double day : days) {
      out.writeDouble(day);
    }
  }

  void read(DataInput in) throws IOException {
    level = in.readDouble();
    moments = in.readLong();
    for (int i = 0; i < HOURS; i++) {
      hours[i] = in.readDouble();
    }
    for (int i = 0; i < DAYS; i++) {
      days[i] = in.readDouble();
    }
  }

  void learn(Instant time, double value) {
    ZonedDateTime at = time.atZone(ZoneOffset.UTC);
    double shape = shape(at);
    double taught = Math.min(value, clip * level * shape + ALWAYS_LEARNED);
    level +=
        Math.max(levelStep, 1.0 / (moments + 1)) * (taught / Math.max(shape, LEAST_SHAPE) - level);
    level = Math.max(level, LEAST_LEVEL);
    int hour = at.getHour();
    int day = at.getDayOfWeek().getValue() - 1;
    double hourBefore = hours[hour];
    hours[hour] += hourStep * (taught / Math.max(level * days[day], LEAST_SHAPE) - hourBefore);
    days[day] += dayStep * (taught / Math.max(level * hourBefore, LEAST_SHAPE) - days[day]);
    moments++;
    if (moments % momentsADay == 0) {
      level(hours);
    }
    if (moments % (DAYS * momentsADay) == 0) {
      level(days);
    }
  }

  /** Between the middles of two hours the day's shape runs straight. */
  private double shape(ZonedDateTime at) {
    double hour = at.toLocalTime().toSecondOfDay() / 3600.0 - 0.5;
    int before = Math.floorMod((int) Math.floor(hour), HOURS);
    double share = hour - Math.floor(hour);
    double ofDay = hours[before] * (1 - share) + hours[(before + 1) % HOURS] * share;
    return ofDay * days[at.getDayOfWeek().getValue() - 1];
  }

  /** A shape says how parts differ, not how much there is: its mean is 1. */
  private static void level(double[] shape) {
    double mean = Math.max(Arrays.stream(shape).average().orElse(1), 1e-9);
    for (int i = 0; i < shape.length; i++) {
      shape[i] /= mean;
    }
  }
}
