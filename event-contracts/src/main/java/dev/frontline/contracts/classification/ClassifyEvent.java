package dev.frontline.contracts.classification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of {@code mentions.classified}, keyed by conversation id. */
public sealed interface ClassifyEvent {

  String mentionId();

  String conversationId();

  long networkVersion();

  /** A post was judged for the first time. */
  record MentionClassified(Mention mention, Classification classification)
      implements ClassifyEvent {
    public MentionClassified {
      Required.value("mention", mention);
      Required.value("classification", classification);
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
   * A post was judged again; carries the post as it now stands.
   *
   * @param revision orders the judgements of one network version: 0 for the first, an edit's
   *     included; then the time of judging, epoch ms
   * @param by who caused it: a person's id for {@code human}, else the model's version
   */
  record MentionReclassified(
      Mention mention, Classification classification, Cause cause, long revision, String by)
      implements ClassifyEvent {
    public MentionReclassified {
      Required.value("mention", mention);
      Required.value("classification", classification);
      Required.value("cause", cause);
      Required.text("by", by);
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
   * A post is gone from its network, or its author was erased.
   *
   * @param expired true where it stands on its network still, but its text may not be kept any
   *     longer; absent otherwise
   */
  record MentionWithdrawn(
      String mentionId,
      String conversationId,
      long networkVersion,
      Instant withdrawnAt,
      @Nullable Boolean expired)
      implements ClassifyEvent {

    /** One that is gone. */
    public MentionWithdrawn(
        String mentionId, String conversationId, long networkVersion, Instant withdrawnAt) {
      this(mentionId, conversationId, networkVersion, withdrawnAt, null);
    }

    public MentionWithdrawn {
      Required.text("mentionId", mentionId);
      Required.text("conversationId", conversationId);
      Required.value("withdrawnAt", withdrawnAt);
      expired = Boolean.TRUE.equals(expired) ? expired : null;
    }

    /** Whether only its text has to go. */
    public boolean keepsItsPlace() {
      return expired != null;
    }
  }

  /** Why a post was judged again. */
  enum Cause {
    @JsonProperty("edit")
    EDIT,
    @JsonProperty("refined")
    REFINED,
    @JsonProperty("human")
    HUMAN,
    @JsonProperty("model")
    MODEL
  }
}
