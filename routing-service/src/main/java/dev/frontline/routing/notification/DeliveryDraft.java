package dev.frontline.routing.notification;

import dev.frontline.routing.notification.Delivery.Line;
import dev.frontline.routing.notification.Delivery.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery while another is made of it: starts as the one that it was, and only what changes is
 * touched. Lives inside one decision.
 */
final class DeliveryDraft {

  private final Delivery was;
  String id;
  long version;
  Notice notice;
  State state;
  Instant createdAt;
  Instant notBefore;
  int attempts;
  int uncertain;
  @Nullable String holder;
  @Nullable Instant leaseUntil;
  @Nullable Instant endedAt;
  @Nullable String digest;
  boolean gathers;
  int round;
  private List<Line> log;

  DeliveryDraft(Delivery was) {
    this.was = was;
    id = was.id();
    version = was.version();
    notice = was.notice();
    state = was.state();
    createdAt = was.createdAt();
    notBefore = was.notBefore();
    attempts = was.attempts();
    uncertain = was.uncertain();
    holder = was.holder();
    leaseUntil = was.leaseUntil();
    endedAt = was.endedAt();
    digest = was.digest();
    gathers = was.gathers();
    round = was.round();
    log = was.log();
  }

  /** Its next version, with what happened as the latest line of its log. */
  DeliveryDraft next(Line line) {
    version = was.version() + 1;
    List<Line> lines = new ArrayList<>(was.log());
    lines.add(line);
    log = lines.subList(Math.max(0, lines.size() - Delivery.MOST_LINES), lines.size());
    return this;
  }

  Delivery done() {
    return new Delivery(
        id,
        version,
        notice,
        was.sink(),
        was.recipient(),
        state,
        createdAt,
        notBefore,
        attempts,
        uncertain,
        holder,
        leaseUntil,
        endedAt,
        digest,
        gathers,
        round,
        log);
  }
}
