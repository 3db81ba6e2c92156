package dev.frontline.local.chaos;

import java.time.Duration;
import java.util.List;

/** The processes that may be killed, and how to know that they work again. */
public interface Victims {

  /** Names of the parts, broker and store counting as one. */
  List<String> names();

  /** Ends the part as {@code kill -9} does. */
  void kill(String name);

  /**
   * Waits until every part is ready.
   *
   * @return whether they are before the time is up
   */
  boolean awaitReady(Duration atMost) throws InterruptedException;
}
