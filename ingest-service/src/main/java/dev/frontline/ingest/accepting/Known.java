package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.Match;
import java.util.List;

/**
 * A mention that was published before.
 *
 * @param matched what it was listened to for; empty where that was not kept
 * @param deleted it is gone from its network; the entry stays as a tombstone
 */
public record Known(
    String id, String conversationId, long networkVersion, boolean deleted, List<Match> matched) {

  public Known {
    matched = List.copyOf(matched);
  }
}
