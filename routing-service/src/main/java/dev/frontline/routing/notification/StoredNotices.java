package dev.frontline.routing.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stores a delivery for everyone who is to get a notice, and wakes whoever sends them. A channel
 * for which many wait already gets the next ones gathered: a flood is told in a few messages rather
 * than minutes late.
 */
public final class StoredNotices implements Notices {

  /** More than people read one by one. */
  private static final int FLOOD = 5;

  private static final long GATHERED_MILLIS = 5_000;

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
    Map<String, Long> waiting = new HashMap<>();
    Map<String, Delivery> added = new LinkedHashMap<>();
    for (Notice notice : notices) {
      for (Delivery delivery : addressing.deliveries(notice, now)) {
        if (isFlood(delivery, waiting, now)) {
          Delivery.collected(delivery.due(soon(now))).forEach(d -> added.putIfAbsent(d.id(), d));
        } else {
          added.putIfAbsent(delivery.id(), delivery);
        }
      }
    }
    if (!added.isEmpty()) {
      deliveries.add(added.values());
      wake.run();
    }
  }

  /** Only a channel's ordinary alerts are gathered, never an incident or what waits anyway. */
  private boolean isFlood(Delivery delivery, Map<String, Long> waiting, Instant now) {
    boolean gatherable =
        delivery.state() == Delivery.State.QUEUED
            && !delivery.gathers()
            && delivery.recipient().isEmpty()
            && delivery.notBefore().equals(now)
            && !delivery.notice().kind().breaksQuiet()
            && delivery.notice().urgency() != Urgency.CRITICAL;
    if (!gatherable) {
      return false;
    }
    long before = waiting.computeIfAbsent(delivery.sink(), deliveries::waiting);
    waiting.put(delivery.sink(), before + 1);
    return before >= FLOOD;
  }

  private static Instant soon(Instant now) {
    return Instant.ofEpochMilli((now.toEpochMilli() / GATHERED_MILLIS + 1) * GATHERED_MILLIS);
  }
}
