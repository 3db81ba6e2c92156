package dev.frontline.routing.timer;

import java.time.Instant;

/** What is done when a timer of a kind fires. */
public interface TimerWork {

  /** The timers that it is for. */
  String kind();

  /**
   * Does it. Looks first whether it is still to be done: after a crash in the middle it is called
   * again.
   *
   * @throws RuntimeException where it could not be done now: it is called again after a while
   */
  void fire(Timer timer, Instant now);
}
