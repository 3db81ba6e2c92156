package dev.frontline.ingest.query;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one network told when it was asked. Filled by the thread that asks; whoever waits for it
 * takes what is there when its patience ends.
 */
final class AskedNetwork {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SearchOffer offer;
  private final Instant since;
  private final int most;
  private final Map<String, Post.Content> posts = new LinkedHashMap<>();
  private @Nullable String trouble;
  private boolean more;
  private boolean over;

  /**
   * @param since older posts do not count
   * @param most posts that are taken
   */
  AskedNetwork(SearchOffer offer, Instant since, int most) {
    this.offer = offer;
    this.since = since;
    this.most = most;
  }

  SearchOffer offer() {
    return offer;
  }

  /** Takes what is no older than wanted, each post once. */
  synchronized void told(Collection<Post> some) {
    for (Post post : some) {
      Optional<Post.Content> content = post.told();
      if (over || content.isEmpty() || content.get().createdAt().isBefore(since)) {
        continue;
      }
      if (posts.size() >= most && !posts.containsKey(post.id())) {
        more = true;
        return;
      }
      posts.put(post.id(), content.get());
    }
  }

  synchronized void failed(Fault fault) {
    failed(
        fault.words()
            + fault.until().map(at -> "; it may be asked again at " + CLOCK.format(at)).orElse(""));
  }

  /** The first trouble is told; what came before it counts. */
  synchronized void failed(String words) {
    if (trouble == null && !over) {
      trouble = words;
    }
  }

  /** What comes later does not count any more. */
  synchronized void end() {
    over = true;
  }

  synchronized boolean isFull() {
    return more || over;
  }

  synchronized List<Post.Content> posts() {
    return List.copyOf(posts.values());
  }

  /** Whether it has more than was taken. */
  synchronized boolean more() {
    return more;
  }

  /** Why it told nothing, or not all, in words; null where nothing went wrong. */
  synchronized @Nullable String trouble() {
    return trouble;
  }
}
