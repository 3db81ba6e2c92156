package dev.frontline.dashboard.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value asked for at most so often; who comes meanwhile gets the one that is there. */
public final class Cached<T> {

  private final Supplier<T> source;
  private final Duration goodFor;
  private final Clock clock;
  private @Nullable T value;
  private Instant until = Instant.MIN;

  public Cached(Supplier<T> source, Duration goodFor, Clock clock) {
    this.source = source;
    this.goodFor = goodFor;
    this.clock = clock;
  }

  /** Many askers at once wait for one answer. */
  public synchronized T get() {
    T held = value;
    if (held == null || !clock.instant().isBefore(until)) {
      held = source.get();
      value = held;
      until = clock.instant().plus(goodFor);
    }
    return held;
  }
}
