package dev.frontline.classify.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts that are near-copies of one another: the one by which the story was first heard, and who
 * else told it. That one names the story for good: an older telling that is heard late belongs to
 * it, for a story that changed its name under way would count as two, and be told of twice.
 */
final class Story {

  /** A post that later ones may copy. */
  record Post(String id, Instant at, Sketch sketch) {}

  private static final int MOST_AUTHORS = 5_000;

  /** Sketch of the post it was first recognised by. */
  final Sketch sketch;

  /** When the broker heard of it, epoch ms: what its stay in memory counts from. */
  final long heardAt;

  private final Post head;
  private @Nullable Story mergedInto;
  private @Nullable Post firstLink;
  private final Map<String, Post> firstByAuthor = new HashMap<>(2);

  Story(Post head, long heardAt) {
    this.head = head;
    this.sketch = head.sketch();
    this.heardAt = heardAt;
  }

  Post head() {
    return head;
  }

  /** The story that this one turned out to be part of, itself where it was never merged. */
  Story root() {
    Story story = this;
    while (story.mergedInto != null) {
      story = story.mergedInto;
    }
    return story;
  }

  /** Makes one story of two; the older head names it from then on. Both must be roots. */
  static Story merged(Story one, Story other) {
    if (one == other) {
      return one;
    }
    boolean first = isOlder(one.head, other.head);
    Story older = first ? one : other;
    Story younger = first ? other : one;
    younger.mergedInto = older;
    younger.firstByAuthor.forEach(older.firstByAuthor::putIfAbsent);
    younger.firstByAuthor.clear();
    if (older.firstLink == null) {
      older.firstLink = younger.firstLink;
    }
    return older;
  }

  /** The author's first post of the story. */
  @Nullable Post firstOf(String author) {
    return firstByAuthor.get(author);
  }

  /** The first headline of the story. */
  @Nullable Post firstLink() {
    return firstLink;
  }

  /** Takes the post in. */
  void add(Post post, String author, boolean link) {
    if (firstByAuthor.size() < MOST_AUTHORS) {
      firstByAuthor.putIfAbsent(author, post);
    }
    if (link && firstLink == null) {
      firstLink = post;
    }
  }

  /** Nothing is folded into a post that is gone. */
  void forget(String id) {
    firstByAuthor.values().removeIf(post -> post.id().equals(id));
    if (firstLink != null && firstLink.id().equals(id)) {
      firstLink = null;
    }
  }

  private static boolean isOlder(Post one, Post other) {
    int order = one.at().compareTo(other.at());
    return order < 0 || order == 0 && one.id().compareTo(other.id()) < 0;
  }
}
