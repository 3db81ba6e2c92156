package dev.frontline.ingest.source;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Media;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.post.PostReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a network tells of a post, and keeps it within what a mention may be. */
public final class Draft {

  private static final Author NOBODY = new Author("?", null, null, null, null, null);

  private final String network;
  private final String id;
  private final List<Media> media = new ArrayList<>();
  private Author author = NOBODY;
  private String text = "";
  private @Nullable String lang;
  private Instant createdAt = Instant.EPOCH;
  private @Nullable Instant editedAt;
  private @Nullable String url;
  private @Nullable String inReplyTo;
  private @Nullable String threadRoot;
  private @Nullable String repostOf;
  private Engagement engagement = Engagement.NONE;

  /**
   * @param nativeId the same wherever the post is seen, without the network's name
   */
  public Draft(String network, String nativeId) {
    this.network = network;
    this.id = network + ":" + nativeId;
  }

  public Draft author(Author who) {
    author = who;
    return this;
  }

  /** Plain text; cut where it is longer than a mention may be, never within a character. */
  public Draft text(String plain) {
    int end = Math.min(plain.length(), PostReader.LONGEST_TEXT);
    if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
      end--;
    }
    text = plain.substring(0, end);
    return this;
  }

  public Draft lang(@Nullable String tag) {
    lang = tag == null || tag.isBlank() ? null : tag;
    return this;
  }

  /** The network's time; a time that has not come yet becomes {@code now}. */
  public Draft createdAt(Instant at, Instant now) {
    createdAt = at.isAfter(now) ? now : at;
    return this;
  }

  public Draft editedAt(@Nullable Instant at) {
    editedAt = at;
    return this;
  }

  public Draft url(@Nullable String address) {
    url = address;
    return this;
  }

  /** Native id of the post it answers. */
  public Draft inReplyTo(@Nullable String nativeId) {
    inReplyTo = reference(nativeId);
    return this;
  }

  /** Native id of its thread's first post. */
  public Draft threadRoot(@Nullable String nativeId) {
    threadRoot = reference(nativeId);
    return this;
  }

  /** Native id of the post it repeats. */
  public Draft repostOf(@Nullable String nativeId) {
    repostOf = reference(nativeId);
    return this;
  }

  public Draft media(String type, String address, @Nullable String alt) {
    if (!type.isBlank() && !address.isBlank()) {
      media.add(new Media(type, address, alt));
    }
    return this;
  }

  public Draft engagement(Engagement seen) {
    engagement = seen;
    return this;
  }

  public Post.Content content() {
    return new Post.Content(
        id,
        network,
        author,
        text,
        lang,
        createdAt,
        editedAt,
        url,
        inReplyTo,
        threadRoot,
        repostOf,
        List.copyOf(media),
        engagement);
  }

  public Post created() {
    return new Post.Created(content());
  }

  private @Nullable String reference(@Nullable String nativeId) {
    return nativeId == null || nativeId.isBlank() ? null : network + ":" + nativeId;
  }
}
