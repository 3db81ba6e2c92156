package dev.frontline.ingest.sample;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Media;
import dev.frontline.ingest.post.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of the sample, without whoever wrote it.
 *
 * @param url of the site that it stands on
 * @param at when it was read
 * @param said when it was made, which is long before where a source looks back
 */
public record SampledPost(
    String network,
    @Nullable String lang,
    String text,
    @Nullable String url,
    @Nullable Long followers,
    boolean media,
    boolean reply,
    boolean repost,
    Instant at,
    Instant said) {

  /** As queries see it. */
  public Post.Content content() {
    return new Post.Content(
        network + ":sampled",
        network,
        new Author("?", null, null, followers, null, null),
        text,
        lang,
        at,
        null,
        url,
        reply ? network + ":?" : null,
        null,
        repost ? network + ":?" : null,
        media ? List.of(new Media("?", "?", null)) : List.of(),
        Engagement.NONE);
  }
}
