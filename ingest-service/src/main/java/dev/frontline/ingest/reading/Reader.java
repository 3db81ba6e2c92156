package dev.frontline.ingest.reading;

import java.time.Instant;

/** Reads one source; called again and again, by one thread at a time. */
interface Reader {

  /**
   * Does what is due.
   *
   * @return when it is due again
   */
  Instant turn(Instant now) throws InterruptedException;

  /** Lets go of what is open. */
  default void close() {}
}
