package dev.frontline.ingest.health;

import dev.frontline.ingest.accepting.Heard.Brought;
import java.time.Instant;

/**
 * What is written down of a source.
 *
 * @param since when it was first listened to: from then silence counts where nothing ever came
 * @param silent whether its silence was told
 */
record SourceRecord(String source, Instant since, Brought brought, boolean silent) {

  SourceRecord and(Brought more) {
    return new SourceRecord(source, since, brought.and(more), silent);
  }
}
