package dev.frontline.ingest.feed;

import org.jspecify.annotations.Nullable;

/** What the server said of the version that was read last. */
record FeedCursor(@Nullable String etag, @Nullable String lastModified) {

  static final FeedCursor START = new FeedCursor(null, null);
}
