package dev.frontline.local.chaos;

import java.time.Duration;
import java.util.List;

/** The processes that may be ended, and how to know that they work again. */
public interface Victims {

  /** Names of the parts, broker and store counting as one. */
  List<String> names();

  /** Ends the part as {@code kill -9} does. */
  void kill(String name);

  /**
   * Ends the part as {@code kill -TERM} does and waits for it; one that is not gone when the time
   * is up is killed.
   */
  Ending terminate(String name, Duration atMost) throws InterruptedException;

  /** Processor time that the part's process has used so far. */
  Duration worked(String name);

  /** How often any part has ended so far, asked to or not. */
  int deaths();

  /**
   * Waits until every part is ready.
   *
   * @return whether they are before the time is up
   */
  boolean awaitReady(Duration atMost) throws InterruptedException;
}
