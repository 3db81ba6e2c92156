package dev.frontline.ingest.accepting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What each source brought since it was last written down, and why it could not be read. Writing it
 * down with every post would cost a durable write each; a crash forgets a few seconds of figures
 * that people look at, never a post.
 */
@ApplicationScoped
public class Heard {

  private final Map<String, Brought> unsaved = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastRead = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

  /**
   * @param lastPostAt when the latest post was accepted; null where none was
   */
  public record Brought(long posts, long dropped, @Nullable Instant lastPostAt) {

    public static final Brought NOTHING = new Brought(0, 0, null);

    /** Both together. */
    public Brought and(Brought more) {
      Instant last =
          lastPostAt == null || (more.lastPostAt != null && more.lastPostAt.isAfter(lastPostAt))
              ? more.lastPostAt
              : lastPostAt;
      return new Brought(posts + more.posts, dropped + more.dropped, last);
    }
  }

  /** A reading worked; it brought posts, or dropped some, or neither. */
  public void note(String source, int posts, int dropped, Instant at) {
    troubles.remove(source);
    lastRead.put(source, at);
    if (posts > 0 || dropped > 0) {
      unsaved.merge(source, new Brought(posts, dropped, posts > 0 ? at : null), Brought::and);
    }
  }

  /**
   * Why a source cannot be read.
   *
   * @param words for people
   * @param attention whether only a person can help
   */
  public record Trouble(String words, boolean attention) {}

  /** A source could not be read; it is tried again. */
  public void failed(String source, String error) {
    troubles.put(source, new Trouble(error, false));
  }

  /** A source cannot be read until a person does something. */
  public void needsAttention(String source, String what) {
    troubles.put(source, new Trouble(what, true));
  }

  /** Why the latest reading failed; empty after one that worked. */
  public Optional<Trouble> trouble(String source) {
    return Optional.ofNullable(troubles.get(source));
  }

  /** When it was read last, whether or not there was anything; empty since the start. */
  public Optional<Instant> lastRead(String source) {
    return Optional.ofNullable(lastRead.get(source));
  }

  public Brought unsaved(String source) {
    return unsaved.getOrDefault(source, Brought.NOTHING);
  }

  /** Takes out what is to be written down now. */
  public Map<String, Brought> take() {
    Map<String, Brought> taken = new HashMap<>();
    for (String source : unsaved.keySet()) {
      Brought brought = unsaved.remove(source);
      if (brought != null) {
        taken.put(source, brought);
      }
    }
    return taken;
  }

  /** Puts back what could not be written down. */
  public void putBack(Map<String, Brought> taken) {
    taken.forEach((source, brought) -> unsaved.merge(source, brought, Brought::and));
  }
}
