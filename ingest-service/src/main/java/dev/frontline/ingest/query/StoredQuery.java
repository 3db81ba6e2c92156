package dev.frontline.ingest.query;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.ListeningQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query as it is kept.
 *
 * @param file its text comes from the company file and follows it until somebody changes it here
 * @param version grows with each change
 * @param by who changed it last; null where the file did
 */
public record StoredQuery(
    String id,
    Match.Kind kind,
    String name,
    String text,
    boolean file,
    long version,
    @Nullable String by,
    Instant at) {

  ListeningQuery listening() {
    return new ListeningQuery(id, kind, name, text);
  }
}
