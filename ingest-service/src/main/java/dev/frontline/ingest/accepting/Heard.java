package dev.frontline.ingest.accepting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What each source brought since this instance started. */
@ApplicationScoped
public class Heard {

  private final Map<String, Ear> bySource = new ConcurrentHashMap<>();

  /**
   * @param lastPostAt when the latest post was accepted
   * @param lastError why the latest reading failed, in words; null after one that worked
   */
  public record Ear(
      long posts, long dropped, @Nullable Instant lastPostAt, @Nullable String lastError) {}

  /** Posts were accepted or dropped. */
  public void note(String source, int posts, int dropped, Instant at) {
    bySource.merge(
        source,
        new Ear(posts, dropped, posts > 0 ? at : null, null),
        (old, more) ->
            new Ear(
                old.posts + posts, old.dropped + dropped, posts > 0 ? at : old.lastPostAt, null));
  }

  /** A source could not be read. */
  public void failed(String source, String error) {
    bySource.merge(
        source,
        new Ear(0, 0, null, error),
        (old, more) -> new Ear(old.posts, old.dropped, old.lastPostAt, error));
  }

  public Optional<Ear> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
