package dev.frontline.routing.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Stores a delivery for everyone who is to get a notice, and wakes whoever sends them. */
public final class StoredNotices implements Notices {

  private final Addressing addressing;
  private final Deliveries deliveries;
  private final Runnable wake;
  private final Clock clock;

  /**
   * @param wake called after something was stored
   */
  public StoredNotices(Addressing addressing, Deliveries deliveries, Runnable wake, Clock clock) {
    this.addressing = addressing;
    this.deliveries = deliveries;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public void tell(Collection<Notice> notices) {
    Instant now = clock.instant();
    List<Delivery> added =
        notices.stream().flatMap(n -> addressing.deliveries(n, now).stream()).toList();
    if (!added.isEmpty()) {
      deliveries.add(added);
      wake.run();
    }
  }
}
