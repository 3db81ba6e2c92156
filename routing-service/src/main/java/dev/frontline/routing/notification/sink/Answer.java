package dev.frontline.routing.notification.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What handing a message to a sink came to; {@code why} in words for the delivery log. */
public sealed interface Answer {

  String why();

  /** It has it. */
  record Taken(String why) implements Answer {}

  /** It will never take this message; others may be fine. */
  record Refused(String why) implements Answer {}

  /** It may take this message later; others may be fine. */
  record Postponed(String why) implements Answer {}

  /**
   * It asks for a pause, for every message.
   *
   * @param hint how long it says; null where it does not
   */
  record Busy(String why, @Nullable Duration hint) implements Answer {}

  /** It could not be reached, or failed before it took anything. */
  record Down(String why) implements Answer {}

  /** It was handed over and nothing was heard: nobody knows whether it arrived. */
  record Lost(String why) implements Answer {}

  /** The address or the credentials are not good any more: a person must look. */
  record Closed(String why) implements Answer {}
}
