package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A further post of a case that is there. */
public final class Joining {

  private static final String SYSTEM = "system";

  private Joining() {}

  /**
   * The author wrote again. Brings an answered or lately resolved case back, unless it is thanks. A
   * post that was looked back at was said before anybody listened: it moves no live case, and wakes
   * none that was resolved or answered after it.
   *
   * @param alone where the post would go by itself; empty where it would need nobody
   */
  public static Decision join(
      CaseState state,
      Mention mention,
      Classification classification,
      Optional<Placement> alone,
      Placing placing,
      Instant now) {
    if (Posts.find(state, mention.id()).isPresent()) {
      return new Decision.Unchanged(state);
    }
    CaseDraft draft = new CaseDraft(state);
    append(draft, mention, classification);
    boolean back = false;
    draft.line(now, SYSTEM, "joined", "The author wrote again");
    boolean past = isPast(state, mention);
    if (!past && !(alone.isEmpty() && Posts.isThanks(classification))) {
      back = comeBack(state, draft, mention, placing, now);
    }
    List<CaseEvent> events = new ArrayList<>();
    List<QueueEvent> queue = new ArrayList<>();
    boolean moved = !past && alone.isPresent() && Rising.apply(state, draft, alone.get(), now);
    CaseState next = draft.next();
    events.add(new CaseEvent.MentionJoined(next, now, SYSTEM, mention.id()));
    if (back && state.status() == CaseStatus.RESOLVED) {
      events.add(new CaseEvent.CaseReopened(next, now, SYSTEM));
    }
    events.addAll(Rising.events(state, next, now));
    if (moved) {
      queue.add(QueueLines.left(next, state.department(), now, "rerouted"));
    }
    if (moved || back) {
      queue.add(QueueLines.queued(next, now));
    }
    if (back && next.status() == CaseStatus.TAKEN && next.assignee() != null) {
      queue.add(QueueLines.taken(next, now, next.assignee()));
    }
    return new Change(next, events, queue, List.of());
  }

  /** A repost or near-copy: counted, not added to the thread. */
  public static Change fold(CaseState state, Mention mention, Instant now) {
    CaseDraft draft = new CaseDraft(state);
    draft.folded++;
    draft.reach += mention.reach();
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.MentionFolded(next, now, SYSTEM, mention.id()));
  }

  private static boolean isPast(CaseState state, Mention mention) {
    if (!mention.history()) {
      return false;
    }
    Instant answeredAt = state.times().firstResponseAt();
    return !state.quiet()
        || state.status() == CaseStatus.RESOLVED
        || (answeredAt != null && mention.createdAt().isBefore(answeredAt));
  }

  private static void append(CaseDraft draft, Mention mention, Classification classification) {
    draft.mentions.add(new CaseMention(mention, classification, false));
    draft.reach += mention.reach();
    draft.times.posted(mention.createdAt());
    draft.author = mention.author();
    String lang = classification.lang() == null ? mention.lang() : classification.lang();
    draft.lang = lang == null ? draft.lang : lang;
    draft.storyId = draft.storyId == null ? classification.storyId() : draft.storyId;
  }

  private static boolean comeBack(
      CaseState state, CaseDraft draft, Mention mention, Placing placing, Instant now) {
    if (state.quiet() && !mention.history()) {
      draft.quiet = false;
    }
    boolean clock = !draft.quiet;
    if (state.status() == CaseStatus.RESOLVED) {
      draft.status = CaseStatus.QUEUED;
      draft.times.resolvedAt = null;
      draft.times.reopenedAt = now;
      draft.outcome = null;
      draft.outcomeNote = null;
      draft.line(now, SYSTEM, "reopened", "Reopened by a new post within 7 days");
    } else if (state.status() == CaseStatus.ANSWERED) {
      boolean owned = state.assignee() != null;
      draft.status = owned ? CaseStatus.TAKEN : CaseStatus.QUEUED;
      draft.line(now, SYSTEM, "returned", "Back from answered: the author wrote again");
    } else {
      if (draft.due == null && clock && state.quiet()) {
        draft.due(placing.firstResponse(draft.priority, mention.acceptedAt()));
      }
      return false;
    }
    draft.due(clock ? placing.firstResponse(draft.priority, mention.acceptedAt()) : null);
    return true;
  }
}
