package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseReply;
import org.jspecify.annotations.Nullable;

/**
 * An answer under its post.
 *
 * @param link where it stands on its network, null where that is no web address
 */
public record ReplyView(CaseReply reply, @Nullable String link) {

  static ReplyView of(CaseReply reply) {
    return new ReplyView(reply, PostView.web(reply.url()));
  }
}
