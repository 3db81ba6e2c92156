package dev.frontline.routing.notification.lane;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a sink fares.
 *
 * @param why what it last said that was wrong; empty while it works
 * @param since since when it fares so
 * @param nextTry when it is tried again, null while it works
 */
public record SinkState(
    String sink, Health health, String why, Instant since, @Nullable Instant nextTry) {

  /** Whether a sink works, and if not, who must act. */
  public enum Health {
    WORKING,
    /** It asked for a pause. */
    BUSY,
    /** It does not answer, or fails; it is tried again on its own. */
    AWAY,
    /** Its address or credentials are not good any more: a person must look. */
    CLOSED
  }

  static SinkState working(String sink, Instant now) {
    return new SinkState(sink, Health.WORKING, "", now, null);
  }

  SinkState now(Health next, String reason, @Nullable Instant again, Instant now) {
    return new SinkState(sink, next, reason, next == health ? since : now, again);
  }
}
