package dev.frontline.routing.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Generated counts by the minute in many shapes: the hour of the day's peak, how deep the night and
 * how quiet the weekend is and where the trend goes all follow from the seed; how counts stray is
 * chosen.
 */
public final class VariedTraffic {

  /** How counts stray from what is usual at their hour. */
  public enum Straying {
    /** By chance alone. */
    PLAIN,
    /** The rate wanders by a quarter with a memory of half an hour. */
    WANDERING,
    /** It wanders by two fifths with a memory of two hours. */
    RESTLESS,
    /** It has better and worse days, and wanders. */
    MOODY,
    /** Every five minutes have a rate of their own: negative binomial, phi 0.1. */
    BURSTY,
    /** Every minute has: phi 0.25. */
    JUMPY
  }

  /** What a crisis looks like, in times of the usual by its age in minutes. */
  enum Shape {
    STEP_TO_5,
    STEP_TO_10,
    RAMP_TO_10,
    SLOW_RAMP_TO_5,
    DECAY_FROM_10;

    double at(int age) {
      return switch (this) {
        case STEP_TO_5 -> age < 180 ? 5 : 1;
        case STEP_TO_10 -> age < 180 ? 10 : 1;
        case RAMP_TO_10 -> age < 180 ? 1 + 9 * Math.min(1, age / 5.0) : 1;
        case SLOW_RAMP_TO_5 -> age < 240 ? 1 + 4 * Math.min(1, age / 30.0) : 1;
        case DECAY_FROM_10 -> 1 + 9 * Math.exp(-age / 45.0);
      };
    }
  }

  static final int DAY = 24 * 60;

  private final Random random;
  private final Straying straying;
  private final double postsADay;
  private final double peak;
  private final double night;
  private final double weekend;
  private final double trend;
  private double fast;
  private double slow;
  private double burst = 1;

  public VariedTraffic(long seed, double postsADay, Straying straying) {
    random = new Random(seed);
    this.postsADay = postsADay;
    this.straying = straying;
    peak = random.nextDouble();
    night = 0.4 + 0.5 * random.nextDouble();
    weekend = 0.5 + 0.6 * random.nextDouble();
    trend = random.nextDouble() - 0.5;
  }

  Instant time(int minute) {
    return Traffic.BEGIN.plus(Duration.ofMinutes(minute));
  }

  int someMinuteOf(int day) {
    return day * DAY + random.nextInt(DAY);
  }

  /**
   * @param times how many times the usual is said just then
   */
  double count(int minute, double times) {
    return poisson(rate(minute) * times);
  }

  /** How many are expected in a minute, strayed as it is; asked once for each, in their order. */
  public double rate(int minute) {
    double day = minute / (double) DAY;
    return postsADay
        / DAY
        * (1 + night * Math.sin(2 * Math.PI * (day - peak)))
        * ((int) day % 7 >= 5 ? weekend : 1)
        * Math.exp(trend * day / 150)
        * stray(minute);
  }

  private double stray(int minute) {
    return switch (straying) {
      case PLAIN -> 1;
      case WANDERING -> Math.exp(fast = wander(fast, 0.25, 30));
      case RESTLESS -> Math.exp(fast = wander(fast, 0.4, 120));
      case MOODY -> Math.exp((fast = wander(fast, 0.2, 20)) + (slow = wander(slow, 0.25, 600)));
      case BURSTY -> burst = minute % 5 == 0 ? gamma(10) / 10 : burst;
      case JUMPY -> gamma(4) / 4;
    };
  }

  private double wander(double from, double by, double memory) {
    double keep = Math.exp(-1 / memory);
    return keep * from + Math.sqrt(1 - keep * keep) * by * random.nextGaussian();
  }

  /** A sum of exponentials, as the shape is whole. */
  private double gamma(int shape) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  private double poisson(double rate) {
    if (rate > 500) {
      return Math.max(0, Math.round(rate + Math.sqrt(rate) * random.nextGaussian()));
    }
    double limit = Math.exp(-rate);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return Math.max(0, count);
  }
}
