package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;

/** A source that is asked now and then. */
public interface PollSource extends NetworkSource {

  /**
   * Reads the next page after the cursor. What it holds is published before the page's cursor is
   * stored, and the same cursor comes again after a crash between the two.
   *
   * @throws Fault where it cannot be read; nothing of the page counts then
   */
  Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException;

  /** Whether this configured source is read by polling; false where it streams. */
  default boolean polls(Opened opened) {
    return true;
  }
}
