package dev.frontline.contracts.mention;

import dev.frontline.contracts.Required;
import java.time.Instant;

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

  /** A post is gone from its network; every store forgets its text. */
  record MentionDeleted(
      String mentionId,
      String conversationId,
      long networkVersion,
      String source,
      Instant deletedAt)
      implements IngestEvent {
    public MentionDeleted {
      Required.text("mentionId", mentionId);
      Required.text("conversationId", conversationId);
      Required.text("source", source);
      Required.value("deletedAt", deletedAt);
    }
  }
}
