package dev.frontline.contracts.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer written in a case.
 *
 * @param replyId ours, stored before anything is sent
 * @param mentionId the post it answers
 * @param account the connected account that speaks, null for the source's only one
 * @param by id of the person who sent it
 * @param networkId the network's id of the answer, once delivered
 * @param reason why it was refused, or what is not known, in words
 */
public record CaseReply(
    String replyId,
    String mentionId,
    String text,
    @Nullable String account,
    String by,
    Instant requestedAt,
    State state,
    @Nullable String networkId,
    @Nullable String url,
    @Nullable Instant settledAt,
    @Nullable String reason) {

  public CaseReply {
    Required.text("replyId", replyId);
    Required.text("mentionId", mentionId);
    Required.value("text", text);
    Required.text("by", by);
    Required.value("requestedAt", requestedAt);
    Required.value("state", state);
  }

  /** How far the answer got. */
  public enum State {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("refused")
    REFUSED,
    /** The network's answer was lost: it may stand there or not; a person decides. */
    @JsonProperty("unknown")
    UNKNOWN
  }
}
