package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import java.time.Duration;
import java.util.List;

/**
 * A source whose network tells nobody that a post is gone or changed, but can be asked: every post
 * that was published is looked up again, soon while it is young and ever more rarely after.
 */
public interface RecheckedSource extends PollSource {

  /** How many are looked up at once, at most. */
  int mostRechecked();

  /** No post waits longer for its next look than this. */
  default Duration longestUnseen() {
    return Duration.ofDays(7);
  }

  /**
   * Looks posts up.
   *
   * @param mentionIds of posts that were published and are not gone; {@link #mostRechecked} at most
   * @return deletions of those that are gone, and what else the network told; its cursor is not
   *     used. With {@code more}, the network takes its time: after the page's pause the same posts
   *     come again, until a page says that they are done
   * @throws Fault where it cannot be told; nothing counts then, and they are looked up later
   */
  Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException;
}
