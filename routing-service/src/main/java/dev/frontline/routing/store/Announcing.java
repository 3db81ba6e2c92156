package dev.frontline.routing.store;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import dev.frontline.routing.casefile.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes what a change tells the world as records. The ids follow from case, version and place, so
 * that a record that is sent twice is known for the same.
 */
public final class Announcing {

  private static final String SOURCE = "/frontline/routing";

  private Announcing() {}

  /** The change's records in the order in which they are to be published. */
  public static List<OutboxEntry> entries(Change change) {
    List<OutboxEntry> entries = new ArrayList<>();
    CaseState state = change.state();
    for (CaseEvent event : change.events()) {
      entries.add(
          entry(TopicPlan.CASES, state, EventFamily.CASES, entries.size(), event.at(), event));
    }
    for (QueueEvent event : change.queue()) {
      entries.add(
          entry(
              TopicPlan.queue(event.department()),
              state,
              EventFamily.QUEUES,
              entries.size(),
              event.at(),
              event));
    }
    for (ReplyCommandEvent event : change.replies()) {
      Instant at = ((ReplyCommandEvent.ReplyRequested) event).at();
      entries.add(
          entry(
              TopicPlan.REPLIES_REQUESTED,
              state,
              EventFamily.REPLIES_REQUESTED,
              entries.size(),
              at,
              event));
    }
    return entries;
  }

  /** Where a mention ended, as a record. */
  public static ProducerRecord<String, byte[]> routed(MentionOutcome outcome) {
    MentionRouted event = outcome.event();
    String id = event.mentionId() + "#" + event.networkVersion() + "#" + outcome.revision();
    return EventCodec.toRecord(
        TopicPlan.ROUTED,
        event.conversationId(),
        EventFamily.ROUTED,
        Envelope.in(event.conversationId(), id, SOURCE, event.routedAt(), event));
  }

  private static <E> OutboxEntry entry(
      String topic, CaseState state, EventFamily<E> family, int nth, Instant at, E event) {
    String id = state.id() + "#" + state.version() + "#" + nth;
    return OutboxEntry.of(
        EventCodec.toRecord(
            topic, state.id(), family, Envelope.in(state.conversationId(), id, SOURCE, at, event)));
  }
}
