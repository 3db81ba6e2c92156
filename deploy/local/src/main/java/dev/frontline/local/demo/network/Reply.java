package dev.frontline.local.demo.network;

import dev.frontline.contracts.Required;
import dev.frontline.contracts.mention.MentionKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The company's answer under a post, as ingest posts it.
 *
 * @param account the account that speaks, null for the company's only one
 * @param by the person behind it
 */
public record Reply(
    String replyId,
    String mentionId,
    String text,
    @Nullable String account,
    @Nullable String by,
    @Nullable Instant at) {

  public Reply {
    Required.text("replyId", replyId);
    Required.text("mentionId", mentionId);
    Required.text("text", text);
    if (mentionId.indexOf(':') < 1) {
      throw new IllegalArgumentException("mentionId must be 'network:' and the native id");
    }
  }

  /** The network's own id of this answer: the same for the same {@code replyId}. */
  String networkId() {
    return "r" + MentionKey.hash(replyId);
  }
}
