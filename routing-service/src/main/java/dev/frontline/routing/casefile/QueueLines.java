package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.queue.QueueEvent;
import java.time.Instant;
import java.util.List;

/** What a department's queue is told about a case. */
final class QueueLines {

  private QueueLines() {}

  static QueueEvent queued(CaseState state, Instant at) {
    CaseMention post = latestPost(state);
    return new QueueEvent.CaseQueued(
        state.id(),
        state.version(),
        state.department(),
        at,
        state.priority(),
        state.due() == null ? null : state.due().at(),
        state.assignee(),
        state.brand(),
        state.network(),
        state.lang(),
        state.author().shownName(),
        post.mention().text(),
        post.mention().url(),
        Labels.ALL.stream().filter(post.classification()::has).toList(),
        state.route().rule());
  }

  static QueueEvent taken(CaseState state, Instant at, String by) {
    return new QueueEvent.CaseTaken(state.id(), state.version(), state.department(), at, by);
  }

  static QueueEvent left(CaseState state, String department, Instant at, String reason) {
    return new QueueEvent.CaseLeft(state.id(), state.version(), department, at, reason);
  }

  /** The author's latest post that still stands, else the latest of all. */
  static CaseMention latestPost(CaseState state) {
    List<CaseMention> posts =
        state.mentions().stream().filter(m -> !m.mention().own() && !m.withdrawn()).toList();
    return posts.isEmpty()
        ? state.mentions().get(state.mentions().size() - 1)
        : posts.get(posts.size() - 1);
  }
}
