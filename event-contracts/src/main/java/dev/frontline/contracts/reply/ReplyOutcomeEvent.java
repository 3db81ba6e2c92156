package dev.frontline.contracts.reply;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of {@code replies.delivered}, keyed by case id. */
public sealed interface ReplyOutcomeEvent {

  String replyId();

  String caseId();

  Instant at();

  /** The answer stands on the network. */
  record ReplyDelivered(
      String replyId, String caseId, Instant at, String networkId, @Nullable String url)
      implements ReplyOutcomeEvent {
    public ReplyDelivered {
      Required.text("replyId", replyId);
      Required.text("caseId", caseId);
      Required.value("at", at);
    }
  }

  /** The network will not take it, or the source cannot answer; {@code reason} in words. */
  record ReplyRefused(String replyId, String caseId, Instant at, String reason)
      implements ReplyOutcomeEvent {
    public ReplyRefused {
      Required.text("replyId", replyId);
      Required.text("caseId", caseId);
      Required.value("at", at);
    }
  }

  /** Whether it stands there is not known; a person decides. */
  record ReplyUnknown(String replyId, String caseId, Instant at, String reason)
      implements ReplyOutcomeEvent {
    public ReplyUnknown {
      Required.text("replyId", replyId);
      Required.text("caseId", caseId);
      Required.value("at", at);
    }
  }
}
