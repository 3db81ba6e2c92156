package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;

/** What one of our own accounts wrote in a case's thread. */
public final class OwnPosts {

  private static final String SYSTEM = "system";

  private OwnPosts() {}

  /**
   * Puts the post into the thread. Where it answers the author, by the network's own application or
   * by another tool, the case is answered and its clock stops, as if the answer had gone out from
   * here. A post that is in the thread already answers what joined after it.
   */
  public static Decision attach(
      CaseState state, Mention mention, Classification classification, Instant now) {
    boolean there = Posts.find(state, mention.id()).isPresent();
    boolean answers = answers(state, mention);
    boolean told = there && (!answers || wroteAgain(state, mention.createdAt()));
    if (told || isOurReply(state, mention)) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    if (!there) {
      draft.mentions.add(new CaseMention(mention, classification, false));
      draft.line(now, SYSTEM, "joined", "Our own account wrote");
    }
    if (answers) {
      answered(state, draft, mention, now);
    }
    CaseState next = draft.next();
    Change change = Change.of(next, new CaseEvent.MentionJoined(next, now, SYSTEM, mention.id()));
    return state.status() == CaseStatus.QUEUED && next.status() == CaseStatus.ANSWERED
        ? change.queue(QueueLines.left(next, next.department(), now, "answered"))
        : change;
  }

  /** Whether the post is an answer that went out from here. */
  static boolean isOurReply(CaseState state, Mention mention) {
    return state.replies().stream().anyMatch(reply -> isReply(reply, mention));
  }

  /** Whether the post is how the answer stands on its network. */
  static boolean isReply(CaseReply reply, Mention mention) {
    String id = reply.networkId();
    return id != null
        && (id.equals(mention.id()) || mention.id().equals(mention.network() + ":" + id));
  }

  /** It stands below a post of the author, or below something that we said to them. */
  private static boolean answers(CaseState state, Mention mention) {
    String to = mention.inReplyTo();
    boolean open = state.status() == CaseStatus.QUEUED || state.status() == CaseStatus.TAKEN;
    return open
        && to != null
        && (Posts.find(state, to).isPresent()
            || state.replies().stream()
                .map(CaseReply::networkId)
                .anyMatch(id -> id != null && to.endsWith(id)));
  }

  private static void answered(CaseState state, CaseDraft draft, Mention mention, Instant now) {
    Instant at = mention.createdAt();
    draft.line(
        now, SYSTEM, "answered", "Our own account answered on " + state.network() + " itself");
    if (draft.times.firstResponseAt == null) {
      draft.times.firstResponseAt = at;
      // An answer in time that was heard late is no breach.
      if (state.due() != null && !at.isAfter(state.due().at())) {
        draft.breached = false;
      }
    }
    if (wroteAgain(state, at)) {
      draft.line(now, SYSTEM, "waits", "The author wrote again after this answer");
      return;
    }
    draft.due = null;
    draft.handsOff(now);
    if (state.status() == CaseStatus.QUEUED) {
      // Nobody here took it: whoever was proposed need not take it either.
      draft.assignee = null;
    }
    draft.status = CaseStatus.ANSWERED;
  }

  private static boolean wroteAgain(CaseState state, Instant answeredAt) {
    return Posts.standing(state).stream()
        .filter(post -> post.mention().createdAt().isAfter(answeredAt))
        .anyMatch(post -> !Posts.isThanks(post.classification()));
  }
}
