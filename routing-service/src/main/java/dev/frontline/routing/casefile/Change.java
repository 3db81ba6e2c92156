package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import java.util.List;

/**
 * A case's next version and what the world is told about it, in order.
 *
 * @param events for {@code cases.events}; never empty
 * @param queue for the departments' queues
 * @param replies for {@code replies.requested}
 */
public record Change(
    CaseState state,
    List<CaseEvent> events,
    List<QueueEvent> queue,
    List<ReplyCommandEvent> replies)
    implements Decision {

  public Change {
    events = List.copyOf(events);
    queue = List.copyOf(queue);
    replies = List.copyOf(replies);
  }

  static Change of(CaseState state, CaseEvent... events) {
    return new Change(state, List.of(events), List.of(), List.of());
  }

  Change queue(QueueEvent... more) {
    return new Change(state, events, List.of(more), replies);
  }
}
