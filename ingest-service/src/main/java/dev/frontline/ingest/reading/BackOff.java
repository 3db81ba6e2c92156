package dev.frontline.ingest.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When to try again after failures in a row: exponential with full jitter, from one second to five
 * minutes, so that a thousand readers do not come back in the same moment.
 */
final class BackOff {

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final int LONGEST_POWER = 9;

  private final RandomGenerator random;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param failures in a row, this one included
   */
  Instant after(int failures, Instant now) {
    long ceiling =
        Math.min(
            MOST.toMillis(),
            LEAST.toMillis() << Math.min(LONGEST_POWER, Math.max(0, failures - 1)));
    return now.plusMillis(Math.max(LEAST.toMillis() / 2, random.nextLong(ceiling + 1)));
  }
}
