package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moments from which response, waiting and handling minutes are computed.
 *
 * @param acceptedAt from when the clock runs
 * @param openedAt when the case came to be
 * @param assignedAt when it first had an owner
 * @param takenAt when a person first worked on it
 * @param firstResponseAt when the first answer stood on the network
 * @param lastPostAt the author's latest post
 * @param handledMillis time in which it was in somebody's hands (taken and not yet answered or
 *     resolved), summed over all turns
 */
public record CaseTimes(
    Instant acceptedAt,
    Instant openedAt,
    @Nullable Instant assignedAt,
    @Nullable Instant takenAt,
    @Nullable Instant firstResponseAt,
    Instant lastPostAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant reopenedAt,
    long handledMillis) {

  public CaseTimes {
    Required.value("acceptedAt", acceptedAt);
    Required.value("openedAt", openedAt);
    Required.value("lastPostAt", lastPostAt);
  }
}
