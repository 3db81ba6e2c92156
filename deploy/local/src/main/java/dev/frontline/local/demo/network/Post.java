package dev.frontline.local.demo.network;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.MentionKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as the network shows it.
 *
 * @param id the mention id by which Frontline knows it
 * @param author null where an answer came to a post that this network never saw
 * @param text empty once it is deleted
 * @param inReplyTo mention id of the post it answers
 */
record Post(
    String id,
    String network,
    @Nullable Author author,
    String text,
    @Nullable String lang,
    @Nullable Instant at,
    boolean edited,
    boolean deleted,
    @Nullable String inReplyTo,
    long likes,
    long reposts) {

  String key() {
    return MentionKey.of(id);
  }

  /** A place for answers to a post that was written elsewhere. */
  static Post elsewhere(String id) {
    return new Post(
        id, id.substring(0, id.indexOf(':')), null, "", null, null, false, false, null, 0, 0);
  }
}
