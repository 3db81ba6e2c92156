package dev.frontline.ingest.source;

import org.jspecify.annotations.Nullable;

/** What became of an answer. */
public sealed interface Sent {

  /**
   * It stands on the network.
   *
   * @param nativeId its mention id, by which it is known when it is heard
   */
  record Posted(String nativeId, @Nullable String url) implements Sent {}

  /** It cannot be posted, and never will be. */
  record Refused(String reason) implements Sent {}

  /** It may stand there, and the network offers no way to tell: a person looks. */
  record Unknown(String reason) implements Sent {}
}
