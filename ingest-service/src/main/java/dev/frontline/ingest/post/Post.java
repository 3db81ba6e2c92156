package dev.frontline.ingest.post;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a post on its network, as a sender tells it. Ids are mention ids: {@code
 * network:} + native id.
 */
public sealed interface Post {

  String id();

  /** All that was told of it; empty where it is gone. */
  default Optional<Content> told() {
    if (this instanceof Created created) {
      return Optional.of(created.content());
    }
    return this instanceof Updated updated ? Optional.of(updated.content()) : Optional.empty();
  }

  /** A post with all that is known of it. */
  record Content(
      String id,
      String network,
      Author author,
      String text,
      @Nullable String lang,
      Instant createdAt,
      @Nullable Instant editedAt,
      @Nullable String url,
      @Nullable String inReplyTo,
      @Nullable String threadRoot,
      @Nullable String repostOf,
      List<Media> media,
      Engagement engagement) {}

  /** It was made. */
  record Created(Content content) implements Post {
    @Override
    public String id() {
      return content.id();
    }
  }

  /** Its author changed it, at {@code at}. */
  record Updated(Content content, Instant at) implements Post {
    @Override
    public String id() {
      return content.id();
    }
  }

  /** It is gone. */
  record Deleted(String id, Instant at) implements Post {}
}
