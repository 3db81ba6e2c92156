package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.classification.ClassifyEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far a post is known: a person's word on an older copy, or a batch that is handled again, may
 * come after the post was edited or withdrawn.
 *
 * @param networkVersion the post's, see the contract
 * @param withdrawn its text is gone and comes back only with a later version
 */
record Standing(long networkVersion, boolean withdrawn) {

  static Standing of(ClassifyEvent event) {
    return new Standing(event.networkVersion(), event instanceof ClassifyEvent.MentionWithdrawn);
  }

  /** Of a post of which no version is known anything may be said, unless it was withdrawn. */
  static Standing of(Document document) {
    boolean withdrawn = document.getBoolean("withdrawn", false);
    @Nullable Long version = document.getLong("networkVersion");
    if (version == null) {
      return new Standing(withdrawn ? Long.MAX_VALUE : Long.MIN_VALUE, withdrawn);
    }
    return new Standing(version, withdrawn);
  }

  /** Whether what is told later holds: of two words on one version the later one, if both stand. */
  boolean yieldsTo(Standing later) {
    return later.networkVersion > networkVersion
        || (later.networkVersion == networkVersion && (later.withdrawn || !withdrawn));
  }
}
