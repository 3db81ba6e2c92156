package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import java.util.Optional;

/**
 * A source whose network finds posts by words, for a person who tries a query before it is kept.
 * What is found is looked at and forgotten: it is neither published nor stored.
 */
public interface SearchingSource extends NetworkSource {

  /** What this configured source lacks to search, in words; empty where it can. */
  default Optional<String> lacks(Opened opened) {
    return Optional.empty();
  }

  /** The most that one found post costs, in millionths of a US dollar; 0 where it is free. */
  default long pricePerPost(Opened opened) {
    return 0;
  }

  /**
   * Asks once for posts that hold all the words, the newest first where the network sorts them.
   *
   * @return posts, some of which may not hold the words: networks read words in their own way. Its
   *     cursor, aliases and gaps are not used
   * @throws Fault where it cannot be searched now
   */
  Page search(Opened opened, Sought sought) throws Fault, InterruptedException;

  /** As {@link #lacks}, for a source that cannot search without a token. */
  static Optional<String> withoutToken(Opened opened) {
    return opened.secret() != null
        ? Optional.empty()
        : Optional.of(
            "it needs an account: connect one, or set " + SourceSecrets.variable(opened.id()));
  }
}
