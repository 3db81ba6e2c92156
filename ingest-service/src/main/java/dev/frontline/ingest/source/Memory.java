package dev.frontline.ingest.source;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What is remembered of posts that were published. */
public interface Memory {

  /** Those of the mention ids that were published and are not gone. */
  Set<String> known(Collection<String> mentionIds);

  /** The mention id that an earlier page named by this alias. */
  Optional<String> aliased(String alias);

  /** From now on the alias names the mention, which may be an answer of ours. */
  default void remember(String alias, String mentionId, Instant now) {}
}
