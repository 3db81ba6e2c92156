package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.IngestEvent;

/** What becomes of a readable post. */
public sealed interface Verdict {

  /** It is published, and the index remembers it. */
  record Publish(IngestEvent event, Known remembered) implements Verdict {}

  /** It was published before, at this version or a later one. */
  record Duplicate() implements Verdict {}

  /** An edit or delete of a post that was never published, or a post that nobody listens for. */
  record Dropped(String reason) implements Verdict {}
}
