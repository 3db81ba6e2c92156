package dev.frontline.contracts.mention;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of {@code mentions.ingested}, keyed by conversation id. */
public sealed interface IngestEvent {

  String mentionId();

  String conversationId();

  long networkVersion();

  /** A post was heard for the first time. */
  record MentionPosted(Mention mention) implements IngestEvent {
    public MentionPosted {
      Required.value("mention", mention);
    }

    @Override
    public String mentionId() {
      return mention.id();
    }

    @Override
    public String conversationId() {
      return mention.conversationId();
    }

    @Override
    public long networkVersion() {
      return mention.networkVersion();
    }
  }

  /** Its author changed a post; carries the whole new post. */
  record MentionEdited(Mention mention) implements IngestEvent {
    public MentionEdited {
      Required.value("mention", mention);
    }

    @Override
    public String mentionId() {
      return mention.id();
    }

    @Override
    public String conversationId() {
      return mention.conversationId();
    }

    @Override
    public long networkVersion() {
      return mention.networkVersion();
    }
  }

  /**
   * A post is gone from its network; every store forgets its text.
   *
   * @param expired true where it stands there still, but its source's terms let texts be kept for a
   *     while only; absent otherwise
   */
  record MentionDeleted(
      String mentionId,
      String conversationId,
      long networkVersion,
      String source,
      Instant deletedAt,
      @Nullable Boolean expired)
      implements IngestEvent {

    /** One that its author or its network took away. */
    public MentionDeleted(
        String mentionId,
        String conversationId,
        long networkVersion,
        String source,
        Instant deletedAt) {
      this(mentionId, conversationId, networkVersion, source, deletedAt, null);
    }

    public MentionDeleted {
      Required.text("mentionId", mentionId);
      Required.text("conversationId", conversationId);
      Required.text("source", source);
      Required.value("deletedAt", deletedAt);
      expired = Boolean.TRUE.equals(expired) ? expired : null;
    }

    /** Whether only its text has to go. */
    public boolean keepsItsPlace() {
      return expired != null;
    }
  }
}
