package dev.frontline.ingest.reply;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import java.time.Instant;

/** Answers that somebody wants sent. */
final class Asked {

  private Asked() {}

  static ReplyRequested reply(String replyId, String caseId, String source) {
    return new ReplyRequested(
        replyId,
        caseId,
        "mastodon:1",
        "mastodon",
        source,
        "mastodon:1",
        "So sorry about your kettle.",
        null,
        "ana",
        Instant.parse("2026-03-02T12:00:00Z"));
  }
}
