package dev.frontline.routing.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fires what is due. What fails is tried again when its lease ends; what nobody here can do is left
 * to a newer instance.
 */
public final class Ringing {

  private static final Logger LOG = Logger.getLogger(Ringing.class);
  private static final int AT_A_TIME = 100;

  private final Timers timers;
  private final Map<String, TimerWork> work;
  private final Duration lease;

  /**
   * @param lease how long one is ours; longer than any work takes
   */
  public Ringing(Timers timers, List<TimerWork> work, Duration lease) {
    this.timers = timers;
    this.work = work.stream().collect(Collectors.toMap(TimerWork::kind, Function.identity()));
    this.lease = lease;
  }

  /** Fires everything that is due by now. */
  public void ring(Instant now) {
    for (Timers.Claimed due : timers.due(now, AT_A_TIME)) {
      TimerWork todo = work.get(due.timer().kind());
      if (todo == null) {
        continue;
      }
      Optional<Timers.Claimed> ours = timers.claim(due, now, lease);
      if (ours.isPresent()) {
        fire(todo, ours.get(), now);
      }
    }
  }

  private void fire(TimerWork todo, Timers.Claimed ours, Instant now) {
    try {
      todo.fire(ours.timer(), now);
      timers.done(ours);
    } catch (RuntimeException e) {
      LOG.warnf(
          e,
          "timer is tried again kind=%s subject=%s claims=%d",
          ours.timer().kind(),
          ours.timer().subject(),
          ours.claims());
    }
  }
}
