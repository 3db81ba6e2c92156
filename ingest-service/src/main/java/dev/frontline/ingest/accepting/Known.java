package dev.frontline.ingest.accepting;

/**
 * A mention that was published before.
 *
 * @param deleted it is gone from its network; the entry stays as a tombstone
 */
public record Known(String id, String conversationId, long networkVersion, boolean deleted) {}
