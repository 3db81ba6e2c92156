package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.kit.company.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of place that posts come from: a {@link PollSource}, {@link StreamSource} or {@link
 * PushSource}, and an {@link AnsweringSource} where its network takes answers. A bean that only
 * translates between the network and posts: retries, pacing, leases, cursors, gaps and parking
 * belong to whoever reads it. One instance serves all configured sources of its kind.
 */
public interface NetworkSource {

  /** As {@code kind} in {@code frontline.yaml}. */
  String kind();

  /** What holds for every source of this kind. */
  Traits traits();

  /** Whose limit a request counts against: by default the source's own server and token. */
  default String credential(Source source, @Nullable String secret) {
    return kind() + "|" + source.url() + "|" + String.valueOf(secret).hashCode();
  }

  /** Where to begin so that everything since the moment is read again; by default at the start. */
  default Cursor from(Instant moment) {
    return Cursor.START;
  }

  /**
   * Signs in anew after the network did not accept the token.
   *
   * @return false where only a person can help
   */
  default boolean renew(Opened opened) throws Fault, InterruptedException {
    return false;
  }
}
