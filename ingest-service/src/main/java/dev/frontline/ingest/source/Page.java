package dev.frontline.ingest.source;

import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.post.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reading brought.
 *
 * @param posts in the order in which they are to be published
 * @param unreadable what came and could not be read; it is parked
 * @param gaps where posts may be missing
 * @param goneAuthors {@code network:id} of authors who left the network for good
 * @param aliases other ids by which the network will name a post later, to mention ids
 * @param next where the next reading begins
 * @param more whether another page waits now
 * @param pause how long the server asks not to be asked again; null where it does not
 */
public record Page(
    List<Post> posts,
    List<Unreadable> unreadable,
    List<Gap> gaps,
    List<String> goneAuthors,
    Map<String, String> aliases,
    Cursor next,
    boolean more,
    @Nullable Duration pause) {

  public Page {
    posts = List.copyOf(posts);
    unreadable = List.copyOf(unreadable);
    gaps = List.copyOf(gaps);
    goneAuthors = List.copyOf(goneAuthors);
    aliases = Map.copyOf(aliases);
  }

  /** Nothing new. */
  public static Page nothing(Cursor next) {
    return new Builder().end(next);
  }

  /** The same page with these posts. */
  public Page with(List<Post> others) {
    return new Page(others, unreadable, gaps, goneAuthors, aliases, next, more, pause);
  }

  /** The same page, and another one waits. */
  public Page then(Cursor further) {
    return new Page(posts, unreadable, gaps, goneAuthors, aliases, further, true, pause);
  }

  /** Collects a page. */
  public static final class Builder {
    private final List<Post> posts = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> goneAuthors = new ArrayList<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private @Nullable Duration pause;

    public Builder post(Post post) {
      posts.add(post);
      return this;
    }

    public Builder unreadable(String raw, String reason) {
      unreadable.add(new Unreadable(raw, reason));
      return this;
    }

    public Builder gap(Gap gap) {
      gaps.add(gap);
      return this;
    }

    public Builder goneAuthor(String id) {
      goneAuthors.add(id);
      return this;
    }

    public Builder alias(String alias, String mentionId) {
      aliases.put(alias, mentionId);
      return this;
    }

    public Builder pause(@Nullable Duration duration) {
      pause = duration;
      return this;
    }

    /** Another page waits. */
    public Page more(Cursor next) {
      return page(next, true);
    }

    /** The last page for now. */
    public Page end(Cursor next) {
      return page(next, false);
    }

    private Page page(Cursor next, boolean more) {
      return new Page(posts, unreadable, gaps, goneAuthors, aliases, next, more, pause);
    }
  }
}
