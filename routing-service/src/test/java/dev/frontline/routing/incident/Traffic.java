package dev.frontline.routing.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Generated counts: a day with a peak and a night, a weekend, a level that wanders, and more spread
 * than chance alone gives (the rate itself wanders with a memory of half an hour).
 */
final class Traffic {

  static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

  private final Random random;
  private final double postsADay;
  private final Duration step;
  private double wander;

  Traffic(long seed, double postsADay, Duration step) {
    random = new Random(seed);
    this.postsADay = postsADay;
    this.step = step;
  }

  Instant time(int moment) {
    return BEGIN.plus(step.multipliedBy(moment));
  }

  int momentsOf(Duration length) {
    return (int) (length.toSeconds() / step.toSeconds());
  }

  /**
   * @param times how many times the usual is said just then
   */
  double count(int moment, double times) {
    double day = moment * (double) step.toSeconds() / 86_400;
    double hour = 1 + 0.7 * Math.sin(2 * Math.PI * (day - 0.35));
    double week = (int) day % 7 >= 5 ? 0.7 : 1;
    double keep = Math.exp(-step.toSeconds() / 1800.0);
    wander = keep * wander + Math.sqrt(1 - keep * keep) * 0.25 * random.nextGaussian();
    double rate = postsADay * step.toSeconds() / 86_400 * hour * week * Math.exp(wander);
    return poisson(rate * times);
  }

  private double poisson(double rate) {
    if (rate > 500) {
      return Math.max(0, Math.round(rate + Math.sqrt(rate) * random.nextGaussian()));
    }
    double limit = Math.exp(-rate);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
