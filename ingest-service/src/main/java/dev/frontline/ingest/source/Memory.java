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

  /**
   * The alias by which a mention was named that begins so; the other way round. It searches: for
   * answers and the like, not for every post.
   */
  default Optional<String> aliasOf(String mentionId, String beginning) {
    return Optional.empty();
  }

  /** What a source noted for itself, beside its cursor: for what is told by calls, not readings. */
  default Optional<String> note(String source, String name) {
    return Optional.empty();
  }

  /** Notes it over what was noted. */
  default void note(String source, String name, String value) {}
}
