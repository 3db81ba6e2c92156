package dev.frontline.local.supervise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a process is doing.
 *
 * @param pid of the process that runs now or ran last; 0 before the first
 * @param startedAt when that one was started
 * @param restarts how often it died and was started again
 * @param lastExit exit status of the one that died last; null where none has
 */
public record ChildStatus(
    String name,
    State state,
    long pid,
    @Nullable Instant startedAt,
    int restarts,
    @Nullable Integer lastExit) {

  /** The life of a supervised process. */
  public enum State {
    /** Others have to be ready first. */
    WAITING,
    STARTING,
    READY,
    /** Dead, to be started again in a moment. */
    RESTARTING,
    /** Died too often; nobody tries any more. */
    GIVEN_UP,
    STOPPED
  }
}
