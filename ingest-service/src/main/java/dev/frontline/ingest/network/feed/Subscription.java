package dev.frontline.ingest.network.feed;

import dev.frontline.ingest.source.Opened;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands with its hub.
 *
 * @param hub its address; empty where the feed names none
 * @param topic the feed, as the hub knows it
 * @param askedAt when the hub was asked last; the epoch where it never was
 * @param since when it confirmed
 * @param until when what it confirmed ends; the epoch where nothing holds
 */
record Subscription(String hub, String topic, Instant askedAt, Instant since, Instant until) {

  private static final Subscription NONE =
      new Subscription("", "", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
  private static final String NOTE = "websub";
  private static final String BETWEEN = "\n";
  private static final int FIELDS = 5;

  static Subscription of(Opened opened) {
    return opened.memory().note(opened.id(), NOTE).map(Subscription::read).orElse(NONE);
  }

  void keep(Opened opened) {
    String note =
        String.join(BETWEEN, hub, topic, askedAt.toString(), since.toString(), until.toString());
    opened.memory().note(opened.id(), NOTE, note);
  }

  private static Subscription read(String note) {
    String[] fields = note.split(BETWEEN, FIELDS);
    return fields.length < FIELDS
        ? NONE
        : new Subscription(
            fields[0],
            fields[1],
            Instant.parse(fields[2]),
            Instant.parse(fields[3]),
            Instant.parse(fields[4]));
  }

  /** At the hub that the feed names now; what another one confirmed ends. */
  Subscription at(@Nullable Hub named) {
    String address = named == null ? "" : named.address().toString();
    String feed = named == null ? "" : named.topic();
    return address.equals(hub) && feed.equals(topic)
        ? this
        : new Subscription(address, feed, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
  }

  Subscription asked(Instant now) {
    return new Subscription(hub, topic, now, since, until);
  }

  Subscription until(Instant now, Instant end) {
    return new Subscription(hub, topic, askedAt, now, end);
  }

  Subscription over() {
    return new Subscription(hub, topic, askedAt, Instant.EPOCH, Instant.EPOCH);
  }

  boolean holds(Instant now) {
    return until.isAfter(now);
  }

  /** Whether to ask: nothing holds, or but a quarter of its time; and not just a moment ago. */
  boolean due(Instant now, Duration again) {
    Duration quarter = Duration.between(since, until).dividedBy(4);
    return !hub.isEmpty()
        && !until.minus(quarter).isAfter(now)
        && !askedAt.plus(again).isAfter(now);
  }
}
