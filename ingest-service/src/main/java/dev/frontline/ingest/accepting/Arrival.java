package dev.frontline.ingest.accepting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How posts come in.
 *
 * @param backfill the clock runs from the post's own time, not from now
 * @param historyBefore posts written before were said before anybody listened: they are counted and
 *     searchable, without clock and alarm; null where none are
 */
public record Arrival(boolean backfill, @Nullable Instant historyBefore) {

  /** Just heard. */
  public static final Arrival LIVE = new Arrival(false, null);

  /** Recorded earlier, and to be handled as if heard then. */
  public static final Arrival BACKFILL = new Arrival(true, null);

  /** Just heard, of which those written before are history. */
  public static Arrival since(@Nullable Instant listening) {
    return new Arrival(false, listening);
  }

  /** Whether a post of that time was said before anybody listened. */
  boolean isHistory(Instant createdAt) {
    return historyBefore != null && createdAt.isBefore(historyBefore);
  }

  /** From when its clock runs. */
  Instant acceptedAt(Instant createdAt, Instant now) {
    return backfill ? createdAt : now;
  }
}
