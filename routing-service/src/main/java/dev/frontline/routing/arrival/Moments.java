package dev.frontline.routing.arrival;

import dev.frontline.contracts.mention.Mention;
import java.time.Instant;

/** When a decision about a post counts as taken. */
final class Moments {

  private Moments() {}

  /** Now for what is heard live; the event's own time for back-fill. */
  static Instant of(Mention mention, Instant now) {
    boolean backFill = mention.acceptedAt().isBefore(mention.fetchedAt());
    return backFill ? mention.acceptedAt() : now;
  }
}
