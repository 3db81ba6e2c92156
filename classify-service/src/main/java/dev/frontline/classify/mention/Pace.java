package dev.frontline.classify.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether posts wait to be judged for the first time: what can wait lets them pass. */
@ApplicationScoped
public class Pace {

  private static final Duration BUSY = Duration.ofSeconds(2);

  private final Clock clock;
  private volatile Instant busyUntil = Instant.MIN;

  @Inject
  public Pace(Clock clock) {
    this.clock = clock;
  }

  void polled(int records) {
    if (records >= Allowance.BACKLOG) {
      busyUntil = clock.instant().plus(BUSY);
    }
  }

  /** A large poll came a moment ago. */
  public boolean isBusy() {
    return clock.instant().isBefore(busyUntil);
  }
}
