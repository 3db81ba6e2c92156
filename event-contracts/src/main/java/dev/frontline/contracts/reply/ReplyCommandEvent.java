package dev.frontline.contracts.reply;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of {@code replies.requested}, keyed by case id. */
public sealed interface ReplyCommandEvent {

  String replyId();

  String caseId();

  /**
   * An answer is to be posted: under {@code mentionId}, on {@code network}, through {@code source}.
   */
  record ReplyRequested(
      String replyId,
      String caseId,
      String mentionId,
      String network,
      String source,
      String conversationId,
      String text,
      @Nullable String account,
      String by,
      Instant at)
      implements ReplyCommandEvent {
    public ReplyRequested {
      Required.text("replyId", replyId);
      Required.text("caseId", caseId);
      Required.value("at", at);
    }
  }
}
