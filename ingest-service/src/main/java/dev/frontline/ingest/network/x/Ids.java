package dev.frontline.ingest.network.x;

import java.time.Instant;

/** X's ids hold the milliseconds since November 2010 above their lowest 22 bits. */
final class Ids {

  private static final long BEGIN = 1_288_834_974_657L;
  private static final int BELOW = 22;

  private Ids() {}

  /** The lowest id of a moment. */
  static long at(Instant time) {
    return Math.max(0, time.toEpochMilli() - BEGIN) << BELOW;
  }

  /** When a post of that id was written. */
  static Instant time(String id) {
    return Instant.ofEpochMilli((Long.parseLong(id) >> BELOW) + BEGIN);
  }

  /** Whether it is an id. */
  static boolean are(String id) {
    return id.matches("\\d{1,18}|[1-8]\\d{18}");
  }
}
