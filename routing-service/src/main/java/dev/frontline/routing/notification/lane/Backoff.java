package dev.frontline.routing.notification.lane;

import java.time.Duration;

/**
 * How long to wait after a failure: twice as long each time from a second to a minute, of which a
 * random part is taken, so that many do not come back at once ("full jitter").
 */
final class Backoff {

  private static final long FIRST = 1_000;
  private static final long LONGEST = 60_000;
  private static final long SHORTEST = 250;

  private Backoff() {}

  /**
   * @param failures in a row, from 1
   * @param random from 0 to 1
   */
  static Duration after(int failures, double random) {
    long most = Math.min(LONGEST, FIRST << Math.min(failures - 1, 10));
    return Duration.ofMillis(Math.max(SHORTEST, (long) (most * random)));
  }
}
