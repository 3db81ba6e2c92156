package dev.frontline.classify.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every instance of the service tells the others about a post, as JSON on {@code
 * stories.signatures}. It holds no text.
 *
 * @param id mention id
 * @param author hash of the author's network and id
 * @param at when it was posted
 * @param link reads as a headline passed on
 * @param sketch see {@link Sketch}; null where the post is gone and must be forgotten
 */
record Signature(
    String id,
    @Nullable String author,
    @Nullable Instant at,
    boolean link,
    @Nullable String sketch) {

  private static final Set<String> NEWS_NETWORKS = Set.of("feed", "rss", "news");

  Signature {
    Required.text("id", id);
    if (sketch != null) {
      Required.text("author", author);
      Required.value("at", at);
    }
  }

  /**
   * Empty for a post that copies nothing: too short, a repost by reference, our own, not ours to
   * judge.
   */
  static Optional<Signature> of(Mention mention) {
    if (mention.repostOf() != null || mention.own() || !mention.mayScore()) {
      return Optional.empty();
    }
    return Wording.sketch(mention.text())
        .map(
            sketch ->
                new Signature(
                    mention.id(),
                    MentionKey.hash(mention.network() + ":" + mention.author().id()),
                    mention.createdAt(),
                    NEWS_NETWORKS.contains(mention.network()) || Wording.isLinkText(mention.text()),
                    sketch.encoded()));
  }

  /** Says that the post is gone. */
  static Signature forgotten(String id) {
    return new Signature(id, null, null, false, null);
  }

  @JsonIgnore
  boolean isForgotten() {
    return sketch == null;
  }
}
