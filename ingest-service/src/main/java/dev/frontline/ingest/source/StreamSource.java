package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import java.util.List;

/** A source that is listened to over a connection that stays open. */
public interface StreamSource extends NetworkSource {

  /** Where and how to listen so that everything after the cursor is heard again. */
  Line line(Opened opened, Cursor cursor) throws Fault, InterruptedException;

  /**
   * Translates what came, in its order. A frame that cannot be read is among the unreadable; it
   * never stops the others.
   */
  Page hear(Opened opened, List<String> frames, Cursor cursor);

  /**
   * Pages through what was said while nobody listened, where the stream itself cannot replay: the
   * line is open already, and what it brings waits until this is done. Called until no more pages
   * are left; by default there are none.
   */
  default Page catchUp(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    return Page.nothing(cursor);
  }

  /** Whether this configured source streams; false where it is polled. */
  default boolean streams(Opened opened) {
    return true;
  }
}
