package dev.frontline.ingest.reply;

import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import java.util.Optional;

/**
 * An answer that this service has begun to send.
 *
 * @param outcome what became of it; empty while it is not known
 */
record SentReply(String replyId, Optional<ReplyOutcomeEvent> outcome) {}
