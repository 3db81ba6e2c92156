package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.Match;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mention that was published before.
 *
 * @param matched what it was listened to for; empty where that was not kept
 * @param deletedAt when it was heard that it is gone from its network; the entry stays as a
 *     tombstone for a while
 */
public record Known(
    String id,
    String conversationId,
    long networkVersion,
    @Nullable Instant deletedAt,
    List<Match> matched) {

  public Known {
    matched = List.copyOf(matched);
  }

  /** It must stay though the other one was decided: of two versions the later, gone for good. */
  boolean outlives(Known other) {
    return deleted() || (!other.deleted() && networkVersion > other.networkVersion);
  }

  /** It is gone from its network. */
  public boolean deleted() {
    return deletedAt != null;
  }
}
