package dev.frontline.classify.story;

import dev.frontline.classify.story.Story.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All stories of the last 48 hours, built from signatures in the order of their topic. Whoever
 * reads the same signatures in the same order gives every post the same place, so that instances
 * agree without asking each other. A signature read again changes nothing.
 */
final class StoryIndex {

  static final Duration WINDOW = Duration.ofHours(48);

  /** Lanes that agree in two tellings of a story: a similarity of about 0.7. */
  static final int SAME_STORY = 45;

  /** Lanes that agree in a copy that may be folded: a similarity of about 0.8. */
  static final int NEAR_COPY = 51;

  /** Ten bands of four lanes find 99 % of pairs with a similarity of 0.8. */
  private static final int BANDS_INDEXED = 10;

  private final int mostStories;
  private final int mostPlaces;
  private final Map<String, Place> places;
  private final Map<String, Story> storyOf = new HashMap<>();
  private List<Story> stories = new ArrayList<>();
  private BandTable bands;

  /**
   * @param mostStories stories held at most; the oldest quarter is let go when they are too many
   */
  StoryIndex(int mostStories) {
    this.mostStories = mostStories;
    this.mostPlaces = mostStories * 2;
    this.places =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            if (size() > mostPlaces) {
              storyOf.remove(eldest.getKey());
              return true;
            }
            return false;
          }
        };
    this.bands = new BandTable(mostStories * BANDS_INDEXED);
  }

  /** Takes a signature in, in the order of the topic. */
  void apply(Signature signature, long heardAt) {
    if (signature.isForgotten()) {
      Story story = storyOf.get(signature.id());
      if (story != null) {
        story.root().forget(signature.id());
      }
    } else if (!places.containsKey(signature.id())) {
      places.put(signature.id(), place(signature, heardAt));
    }
  }

  /** Where the post stood when its signature was first read; alone where none was. */
  Place placeOf(String mentionId) {
    return places.getOrDefault(mentionId, Place.ALONE);
  }

  private Place place(Signature signature, long heardAt) {
    Sketch sketch = Sketch.decoded(String.valueOf(signature.sketch()));
    String author = String.valueOf(signature.author());
    Post post = new Post(signature.id(), at(signature), sketch);
    @Nullable Story story = null;
    for (Story found : tellingTheSame(post)) {
      Story root = found.root();
      story = story == null ? root : Story.merged(story, root);
    }
    if (story == null) {
      Story own = new Story(post, heardAt);
      own.add(post, author, signature.link());
      storyOf.put(post.id(), own);
      remember(own, heardAt);
      return Place.ALONE;
    }
    @Nullable String copyOf = copied(story, post, author, signature.link());
    story.add(post, author, signature.link());
    storyOf.put(post.id(), story);
    return new Place(story.head().id(), copyOf);
  }

  private static @Nullable String copied(Story story, Post post, String author, boolean link) {
    Post own = story.firstOf(author);
    if (own != null && own.sketch().agreement(post.sketch()) >= NEAR_COPY) {
      return own.id();
    }
    Post headline = story.firstLink();
    return link && headline != null && headline.sketch().agreement(post.sketch()) >= NEAR_COPY
        ? headline.id()
        : null;
  }

  private Set<Story> tellingTheSame(Post post) {
    Set<Integer> seen = new HashSet<>();
    Set<Story> found = new HashSet<>();
    for (int band = 0; band < BANDS_INDEXED; band++) {
      bands.each(
          post.sketch().band(band) + band,
          number -> {
            Story story = stories.get(number);
            if (seen.add(number)
                && story.sketch.agreement(post.sketch()) >= SAME_STORY
                && isNear(story.head().at(), post.at())) {
              found.add(story);
            }
          });
    }
    return found;
  }

  private void remember(Story story, long heardAt) {
    if (stories.size() >= mostStories) {
      letGo(heardAt);
    }
    index(story);
  }

  private void letGo(long now) {
    List<Story> all = stories;
    int from = all.size() / 4;
    while (from < all.size() && all.get(from).heardAt < now - WINDOW.toMillis()) {
      from++;
    }
    stories = new ArrayList<>(mostStories);
    bands = new BandTable(mostStories * BANDS_INDEXED);
    all.subList(from, all.size()).forEach(this::index);
  }

  private void index(Story story) {
    int number = stories.size();
    stories.add(story);
    for (int band = 0; band < BANDS_INDEXED; band++) {
      bands.put(story.sketch.band(band) + band, number);
    }
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
  }

  private static Instant at(Signature signature) {
    Instant at = signature.at();
    if (at == null) {
      throw new IllegalArgumentException("a signature with a sketch has a time");
    }
    return at;
  }
}
