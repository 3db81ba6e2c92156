package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moments from which an incident's lead and its minutes at each step are computed.
 *
 * @param firstPostAt when the first post of it was written
 * @param seenAt first minute of the rise
 * @param peakAt the minute in which most came
 * @param expiresAt after which an opportunity has passed
 * @param risenAt when it was last found rising
 */
public record IncidentTimes(
    @Nullable Instant firstPostAt,
    Instant seenAt,
    @Nullable Instant alertedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant statementAt,
    @Nullable Instant handledAt,
    @Nullable Instant endedAt,
    @Nullable Instant peakAt,
    @Nullable Instant expiresAt,
    Instant risenAt) {

  public IncidentTimes {
    Required.value("seenAt", seenAt);
    Required.value("risenAt", risenAt);
  }
}
