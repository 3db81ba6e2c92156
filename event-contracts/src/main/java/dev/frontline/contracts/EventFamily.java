package dev.frontline.contracts;

import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.incident.CountEvent;
import dev.frontline.contracts.incident.DetectionEvent;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.label.LabelEvent;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.model.ModelEvent;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.source.SourceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The events that may stand on one topic, with their names on the wire.
 *
 * @param <E> the sealed interface of the topic's events
 */
public final class EventFamily<E> {

  public static final EventFamily<IngestEvent> INGESTED =
      new EventFamily<>(
          IngestEvent.class,
          List.of(
              new EventType<>("mention.posted.v1", IngestEvent.MentionPosted.class),
              new EventType<>("mention.edited.v1", IngestEvent.MentionEdited.class),
              new EventType<>("mention.deleted.v1", IngestEvent.MentionDeleted.class)));

  public static final EventFamily<ClassifyEvent> CLASSIFIED =
      new EventFamily<>(
          ClassifyEvent.class,
          List.of(
              new EventType<>("mention.classified.v1", ClassifyEvent.MentionClassified.class),
              new EventType<>("mention.reclassified.v1", ClassifyEvent.MentionReclassified.class),
              new EventType<>("mention.withdrawn.v1", ClassifyEvent.MentionWithdrawn.class)));

  public static final EventFamily<RoutingEvent> ROUTED =
      new EventFamily<>(
          RoutingEvent.class,
          List.of(new EventType<>("mention.routed.v1", RoutingEvent.MentionRouted.class)));

  public static final EventFamily<CaseEvent> CASES =
      new EventFamily<>(
          CaseEvent.class,
          List.of(
              new EventType<>("case.opened.v1", CaseEvent.CaseOpened.class),
              new EventType<>("case.mention-joined.v1", CaseEvent.MentionJoined.class),
              new EventType<>("case.mention-folded.v1", CaseEvent.MentionFolded.class),
              new EventType<>("case.mention-changed.v1", CaseEvent.MentionChanged.class),
              new EventType<>("case.rerouted.v1", CaseEvent.CaseRerouted.class),
              new EventType<>("case.reroute-suggested.v1", CaseEvent.RerouteSuggested.class),
              new EventType<>("case.assigned.v1", CaseEvent.CaseAssigned.class),
              new EventType<>("case.taken.v1", CaseEvent.CaseTaken.class),
              new EventType<>("case.transferred.v1", CaseEvent.CaseTransferred.class),
              new EventType<>("case.note-added.v1", CaseEvent.NoteAdded.class),
              new EventType<>("case.reply-submitted.v1", CaseEvent.ReplySubmitted.class),
              new EventType<>("case.reply-settled.v1", CaseEvent.ReplySettled.class),
              new EventType<>("case.answered-elsewhere.v1", CaseEvent.AnsweredElsewhere.class),
              new EventType<>("case.resolved.v1", CaseEvent.CaseResolved.class),
              new EventType<>("case.reopened.v1", CaseEvent.CaseReopened.class),
              new EventType<>("case.deadline-breached.v1", CaseEvent.DeadlineBreached.class),
              new EventType<>("case.priority-raised.v1", CaseEvent.PriorityRaised.class)));

  public static final EventFamily<QueueEvent> QUEUES =
      new EventFamily<>(
          QueueEvent.class,
          List.of(
              new EventType<>("queue.case-queued.v1", QueueEvent.CaseQueued.class),
              new EventType<>("queue.case-taken.v1", QueueEvent.CaseTaken.class),
              new EventType<>("queue.case-left.v1", QueueEvent.CaseLeft.class)));

  public static final EventFamily<ReplyCommandEvent> REPLIES_REQUESTED =
      new EventFamily<>(
          ReplyCommandEvent.class,
          List.of(new EventType<>("reply.requested.v1", ReplyCommandEvent.ReplyRequested.class)));

  public static final EventFamily<ReplyOutcomeEvent> REPLIES_DELIVERED =
      new EventFamily<>(
          ReplyOutcomeEvent.class,
          List.of(
              new EventType<>("reply.delivered.v1", ReplyOutcomeEvent.ReplyDelivered.class),
              new EventType<>("reply.refused.v1", ReplyOutcomeEvent.ReplyRefused.class),
              new EventType<>("reply.unknown.v1", ReplyOutcomeEvent.ReplyUnknown.class)));

  public static final EventFamily<LabelEvent> LABELS =
      new EventFamily<>(
          LabelEvent.class,
          List.of(new EventType<>("label.corrected.v1", LabelEvent.LabelCorrected.class)));

  public static final EventFamily<SourceEvent> SOURCES =
      new EventFamily<>(
          SourceEvent.class,
          List.of(
              new EventType<>("source.silent.v1", SourceEvent.SourceSilent.class),
              new EventType<>("source.recovered.v1", SourceEvent.SourceRecovered.class),
              new EventType<>("source.gap-recorded.v1", SourceEvent.GapRecorded.class),
              new EventType<>("source.mention-parked.v1", SourceEvent.MentionParked.class),
              new EventType<>("source.needs-attention.v1", SourceEvent.SourceNeedsAttention.class),
              new EventType<>("source.account-expiring.v1", SourceEvent.AccountExpiring.class)));

  public static final EventFamily<ModelEvent> MODELS =
      new EventFamily<>(
          ModelEvent.class,
          List.of(new EventType<>("model.activated.v1", ModelEvent.ModelActivated.class)));

  public static final EventFamily<AuthorEvent> AUTHORS =
      new EventFamily<>(
          AuthorEvent.class,
          List.of(new EventType<>("author.erased.v1", AuthorEvent.AuthorErased.class)));

  public static final EventFamily<IncidentEvent> INCIDENTS =
      new EventFamily<>(
          IncidentEvent.class,
          List.of(
              new EventType<>("incident.watched.v1", IncidentEvent.IncidentWatched.class),
              new EventType<>("incident.alerted.v1", IncidentEvent.IncidentAlerted.class),
              new EventType<>("incident.changed.v1", IncidentEvent.IncidentChanged.class),
              new EventType<>("incident.acknowledged.v1", IncidentEvent.IncidentAcknowledged.class),
              new EventType<>("incident.confirmed.v1", IncidentEvent.IncidentConfirmed.class),
              new EventType<>(
                  "incident.statement-approved.v1", IncidentEvent.StatementApproved.class),
              new EventType<>("incident.handled.v1", IncidentEvent.IncidentHandled.class),
              new EventType<>("incident.closed.v1", IncidentEvent.IncidentClosed.class),
              new EventType<>("incident.dismissed.v1", IncidentEvent.IncidentDismissed.class)));

  public static final EventFamily<DetectionEvent> DETECTED =
      new EventFamily<>(
          DetectionEvent.class,
          List.of(new EventType<>("rise.detected.v1", DetectionEvent.RiseDetected.class)));

  public static final EventFamily<CountEvent> COUNTS =
      new EventFamily<>(
          CountEvent.class,
          List.of(
              new EventType<>("count.minute.v1", CountEvent.MinuteCounted.class),
              new EventType<>("count.hour.v1", CountEvent.HourCounted.class),
              new EventType<>("count.post-noted.v1", CountEvent.PostNoted.class)));

  /** Every family, in the order of the flow. */
  public static final List<EventFamily<?>> ALL =
      List.of(
          INGESTED,
          CLASSIFIED,
          ROUTED,
          QUEUES,
          CASES,
          DETECTED,
          COUNTS,
          INCIDENTS,
          REPLIES_REQUESTED,
          REPLIES_DELIVERED,
          LABELS,
          SOURCES,
          MODELS,
          AUTHORS);

  private final Class<E> root;
  private final List<EventType<E>> types;
  private final Map<String, EventType<E>> byName;
  private final Map<Class<?>, EventType<E>> byRecord;

  private EventFamily(Class<E> root, List<EventType<E>> types) {
    this.root = root;
    this.types = types;
    this.byName = types.stream().collect(Collectors.toMap(EventType::name, Function.identity()));
    this.byRecord =
        types.stream().collect(Collectors.toMap(EventType::record, Function.identity()));
  }

  public Class<E> root() {
    return root;
  }

  public List<EventType<E>> types() {
    return types;
  }

  /** The type of that name on the wire, empty where this topic knows none. */
  public Optional<EventType<E>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The name on the wire of an event of this family. */
  public String nameOf(E event) {
    EventType<E> type = byRecord.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException(event.getClass() + " is not declared in this family");
    }
    return type.name();
  }
}
