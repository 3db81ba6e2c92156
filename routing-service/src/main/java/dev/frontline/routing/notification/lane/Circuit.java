package dev.frontline.routing.notification.lane;

import dev.frontline.routing.notification.sink.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** Whether a sink may be spoken to now, by how it answered before. Used by one thread. */
final class Circuit {

  /** A person must act, so that a sink that is closed is asked only now and then. */
  private static final Duration CLOSED = Duration.ofMinutes(5);

  private final DoubleSupplier random;
  private int failures;
  private boolean doubtful;
  private Instant until = Instant.EPOCH;
  private SinkState state;

  Circuit(String sink, DoubleSupplier random, Instant now) {
    this.random = random;
    this.state = SinkState.working(sink, now);
  }

  SinkState state() {
    return state;
  }

  /** When it may be spoken to next; in the past where it may now. */
  Instant until() {
    return until;
  }

  /** Whether it took something and never said so: it should show that it is there first. */
  boolean doubtful() {
    return doubtful;
  }

  /** It showed that it is there. */
  void answered() {
    doubtful = false;
  }

  /**
   * It was spoken to.
   *
   * @param pace the least time to the next message
   * @return how long this message should wait, where it is to be tried again
   */
  Duration heard(Answer answer, Duration pace, Instant now) {
    if (answer instanceof Answer.Taken || answer instanceof Answer.Refused) {
      failures = 0;
      doubtful = false;
      until = now.plus(pace);
      state = state.now(SinkState.Health.WORKING, "", null, now);
      return Duration.ZERO;
    }
    if (answer instanceof Answer.Postponed) {
      until = now.plus(pace);
      return Duration.ofMinutes(1);
    }
    failures++;
    Duration pause = Backoff.after(failures, random.getAsDouble());
    SinkState.Health health = SinkState.Health.AWAY;
    if (answer instanceof Answer.Busy busy) {
      health = SinkState.Health.BUSY;
      Duration hint = busy.hint();
      // A random part more than it asks for: other instances were told the same.
      pause = hint == null ? pause : hint.plusMillis((long) (random.getAsDouble() * 1_000));
    } else if (answer instanceof Answer.Closed) {
      health = SinkState.Health.CLOSED;
      pause = CLOSED;
    } else if (answer instanceof Answer.Lost) {
      doubtful = true;
    }
    until = now.plus(pause);
    state = state.now(health, answer.why(), until, now);
    return pause;
  }
}
