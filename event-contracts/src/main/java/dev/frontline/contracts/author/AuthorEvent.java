package dev.frontline.contracts.author;

import dev.frontline.contracts.Required;
import java.time.Instant;

/** The events of {@code authors.erased}, keyed by author id. */
public sealed interface AuthorEvent {

  String authorId();

  Instant at();

  /**
   * An author asked to be forgotten, or the network did. {@code authorId} is {@code network:id}.
   */
  record AuthorErased(String authorId, Instant at, String by, String reason)
      implements AuthorEvent {
    public AuthorErased {
      Required.text("authorId", authorId);
      Required.value("at", at);
    }
  }
}
