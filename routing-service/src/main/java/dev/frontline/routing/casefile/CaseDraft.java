package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseNote;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.Suggestion;
import dev.frontline.contracts.mention.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's next version while it is being written: starts as the current one, and only what a
 * decision changes is touched. Lives inside one decision.
 */
final class CaseDraft {

  /** A line of history from which time in somebody's hands is counted. */
  static final List<String> HANDS_ON = List.of("taken", "returned", "answering");

  private final CaseState was;
  Author author;
  CaseStatus status;
  String department;
  Priority priority;
  @Nullable String assignee;
  @Nullable Due due;
  boolean breached;
  @Nullable String lang;
  final List<CaseMention> mentions;
  int folded;
  long reach;
  @Nullable String storyId;
  Route route;
  @Nullable Suggestion suggestion;
  final List<CaseReply> replies;
  final List<CaseNote> notes;
  final List<HistoryEntry> history;
  final TimesDraft times;
  @Nullable Outcome outcome;
  @Nullable String outcomeNote;
  boolean opportunity;
  boolean quiet;

  CaseDraft(CaseState was) {
    this.was = was;
    author = was.author();
    status = was.status();
    department = was.department();
    priority = was.priority();
    assignee = was.assignee();
    due = was.due();
    breached = was.breached();
    lang = was.lang();
    mentions = new ArrayList<>(was.mentions());
    folded = was.folded();
    reach = was.reach();
    storyId = was.storyId();
    route = was.route();
    suggestion = was.suggestion();
    replies = new ArrayList<>(was.replies());
    notes = new ArrayList<>(was.notes());
    history = new ArrayList<>(was.history());
    times = new TimesDraft(was.times());
    outcome = was.outcome();
    outcomeNote = was.outcomeNote();
    opportunity = was.opportunity();
    quiet = was.quiet();
  }

  CaseDraft line(Instant at, String by, String what, String text) {
    history.add(new HistoryEntry(at, by, what, text));
    return this;
  }

  /** A new deadline, which has not been missed yet. */
  void due(@Nullable Due next) {
    due = next;
    breached = false;
  }

  /** Counts the time since it last came into somebody's hands, where it is in any. */
  void handsOff(Instant at) {
    if (was.status() != CaseStatus.TAKEN) {
      return;
    }
    Instant since = null;
    for (HistoryEntry entry : was.history()) {
      if (HANDS_ON.contains(entry.what())) {
        since = entry.at();
      }
    }
    if (since != null && at.isAfter(since)) {
      times.handledMillis += at.toEpochMilli() - since.toEpochMilli();
    }
  }

  /** The version after the one this began with. */
  CaseState next() {
    return new CaseState(
        was.id(),
        was.version() + 1,
        was.brand(),
        was.conversationId(),
        was.network(),
        author,
        status,
        department,
        priority,
        assignee,
        due,
        breached,
        lang,
        mentions,
        folded,
        reach,
        storyId,
        route,
        suggestion,
        replies,
        notes,
        history,
        times.times(),
        outcome,
        outcomeNote,
        opportunity,
        quiet,
        was.linkedTo());
  }
}
