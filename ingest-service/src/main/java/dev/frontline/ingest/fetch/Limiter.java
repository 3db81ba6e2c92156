package dev.frontline.ingest.fetch;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Paces everything that one credential asks, however many queries share it. Counts its own requests
 * against the declared limit, each by the units that its network counts for it, and believes the
 * server where that says how many are left.
 */
public final class Limiter {

  /** So many are left for answers that people write. */
  private static final long RESERVE = 2;

  private final int most;
  private final Duration window;
  private final BiConsumer<Instant, Integer> counted;
  private final Deque<Instant> asked = new ArrayDeque<>();
  private @Nullable Long remaining;
  private @Nullable Instant resetAt;
  private @Nullable Instant shutUntil;

  /**
   * @param most units in any {@code window}
   */
  public Limiter(int most, Duration window) {
    this(most, window, Map.of(), (at, units) -> {});
  }

  /**
   * @param before units that were used before, by when
   * @param counted is told of every use
   */
  Limiter(
      int most,
      Duration window,
      Map<Instant, Integer> before,
      BiConsumer<Instant, Integer> counted) {
    this.most = most;
    this.window = window;
    this.counted = counted;
    before.forEach((at, units) -> asked.addAll(Collections.nCopies(units, at)));
  }

  /** When a request may go out: now, or later. Counts it where it may go out now. */
  public synchronized Instant take(Instant now, int units) {
    Instant free = freeAt(now, units);
    if (!free.isAfter(now)) {
      if (units > 0) {
        asked.addAll(Collections.nCopies(units, now));
        counted.accept(now, units);
      }
      if (remaining != null && remaining > 0) {
        remaining--;
      }
    }
    return free;
  }

  /** Learns from an answer. */
  public synchronized void learn(HttpHeaders headers, Instant now) {
    OptionalLong left = Hints.remaining(headers);
    Optional<Instant> reset = Hints.reset(headers, now);
    if (left.isPresent()) {
      remaining = left.getAsLong();
      resetAt = reset.orElse(now.plus(window));
    }
  }

  /** The server asks to be left alone. */
  public synchronized void shut(Instant until) {
    shutUntil = shutUntil == null || until.isAfter(shutUntil) ? until : shutUntil;
  }

  /** Units left in this window: the server's word, else our own count. */
  public synchronized long left(Instant now) {
    forget(now);
    if (shutUntil != null && shutUntil.isAfter(now)) {
      return 0;
    }
    long own = Math.max(0, most - asked.size());
    return remaining == null || resetAt == null || !resetAt.isAfter(now)
        ? own
        : Math.min(own, remaining);
  }

  private Instant freeAt(Instant now, int units) {
    forget(now);
    Instant free = now;
    if (shutUntil != null && shutUntil.isAfter(free)) {
      free = shutUntil;
    }
    if (remaining != null && remaining <= RESERVE && resetAt != null && resetAt.isAfter(free)) {
      free = resetAt;
    }
    int tooMany = asked.size() + units - most;
    if (units > 0 && tooMany > 0) {
      Instant leaves =
          asked.stream().skip(Math.min(tooMany, asked.size()) - 1L).findFirst().orElse(now);
      if (leaves.plus(window).isAfter(free)) {
        free = leaves.plus(window);
      }
    }
    return free;
  }

  private void forget(Instant now) {
    while (!asked.isEmpty() && !asked.peekFirst().plus(window).isAfter(now)) {
      asked.removeFirst();
    }
    if (resetAt != null && !resetAt.isAfter(now)) {
      remaining = null;
      resetAt = null;
    }
  }
}
