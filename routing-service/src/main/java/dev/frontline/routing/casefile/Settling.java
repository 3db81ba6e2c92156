package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer arrived on its network, or did not. */
public final class Settling {

  private static final String SYSTEM = "system";

  private Settling() {}

  /**
   * Delivered: the case is answered, unless its author wrote again meanwhile. Refused or unknown:
   * it stays in the person's hands. Of a case from back-fill the answer counts from when it was
   * given in the story, not from when it was replayed.
   */
  public static Decision settle(CaseState state, ReplyOutcomeEvent event) {
    CaseReply reply =
        state.replies().stream()
            .filter(r -> r.replyId().equals(event.replyId()))
            .findFirst()
            .orElse(null);
    if (reply == null
        || reply.state() == CaseReply.State.DELIVERED
        || reply.state() == CaseReply.State.REFUSED) {
      return new Decision.Unchanged(state);
    }
    if (reply.state() == CaseReply.State.UNKNOWN
        && event instanceof ReplyOutcomeEvent.ReplyUnknown) {
      return new Decision.Unchanged(state);
    }
    Instant at = backFilled(state) ? reply.requestedAt() : event.at();
    CaseDraft draft = new CaseDraft(state);
    CaseReply settled = settled(reply, event, at);
    draft.replies.replaceAll(r -> r.replyId().equals(settled.replyId()) ? settled : r);
    tell(state, draft, settled, at);
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.ReplySettled(next, at, SYSTEM, settled.replyId()));
  }

  private static CaseReply settled(CaseReply reply, ReplyOutcomeEvent event, Instant at) {
    if (event instanceof ReplyOutcomeEvent.ReplyDelivered e) {
      return with(reply, CaseReply.State.DELIVERED, e.networkId(), e.url(), at, null);
    }
    if (event instanceof ReplyOutcomeEvent.ReplyRefused e) {
      return with(reply, CaseReply.State.REFUSED, null, null, at, e.reason());
    }
    ReplyOutcomeEvent.ReplyUnknown e = (ReplyOutcomeEvent.ReplyUnknown) event;
    return with(reply, CaseReply.State.UNKNOWN, null, null, at, e.reason());
  }

  private static void tell(CaseState state, CaseDraft draft, CaseReply reply, Instant at) {
    switch (reply.state()) {
      case DELIVERED -> {
        // Heard on the network before it was told here: it is one answer, not two.
        draft.mentions.removeIf(m -> m.mention().own() && OwnPosts.isReply(reply, m.mention()));
        draft.line(at, SYSTEM, "answered", "The answer stands on " + state.network());
        if (draft.times.firstResponseAt == null) {
          draft.times.firstResponseAt = at;
          // An answer in time that was told late is no breach.
          if (state.due() != null && !at.isAfter(state.due().at())) {
            draft.breached = false;
          }
        }
        if (wroteAgain(state, reply)) {
          draft.line(at, SYSTEM, "waits", "The author wrote again before this answer stood there");
        } else {
          draft.due = null;
        }
        if (state.status() != CaseStatus.RESOLVED && !wroteAgain(state, reply)) {
          draft.handsOff(at);
          draft.status = CaseStatus.ANSWERED;
        }
      }
      case REFUSED ->
          draft.line(at, SYSTEM, "reply refused", "The network refused it: " + reply.reason());
      case UNKNOWN ->
          draft.line(
              at, SYSTEM, "reply unknown", "It may or may not stand there: " + reply.reason());
      case REQUESTED -> throw new IllegalArgumentException("an outcome is never 'requested'");
    }
  }

  /** Whether a post that wants an answer came after the answer was written. */
  private static boolean wroteAgain(CaseState state, CaseReply reply) {
    boolean waits = state.status() == CaseStatus.QUEUED || state.status() == CaseStatus.TAKEN;
    return waits
        && Posts.standing(state).stream()
            .filter(m -> m.mention().acceptedAt().isAfter(reply.requestedAt()))
            .anyMatch(m -> !Posts.isThanks(m.classification()));
  }

  private static boolean backFilled(CaseState state) {
    Mention latest = QueueLines.latestPost(state).mention();
    return latest.acceptedAt().isBefore(latest.fetchedAt());
  }

  private static CaseReply with(
      CaseReply r,
      CaseReply.State state,
      @Nullable String networkId,
      @Nullable String url,
      Instant at,
      @Nullable String reason) {
    return new CaseReply(
        r.replyId(),
        r.mentionId(),
        r.text(),
        r.account(),
        r.by(),
        r.requestedAt(),
        state,
        networkId,
        url,
        at,
        reason);
  }
}
