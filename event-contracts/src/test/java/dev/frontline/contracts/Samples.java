package dev.frontline.contracts;

import static dev.frontline.contracts.SampleValues.CASE;
import static dev.frontline.contracts.SampleValues.CLASSIFICATION;
import static dev.frontline.contracts.SampleValues.MENTION;
import static dev.frontline.contracts.SampleValues.NOON;
import static dev.frontline.contracts.SampleValues.POST;
import static dev.frontline.contracts.SampleValues.ROOT;
import static dev.frontline.contracts.SampleValues.STATE;

import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.Priority;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event of each kind, every field set. */
final class Samples {

  private static final Instant LATER = NOON.plusSeconds(900);

  /** By the event's record. */
  static final Map<Class<?>, Object> ALL =
      Stream.of(mentions(), cases(), queuesAndReplies(), incidents(), others())
          .flatMap(List::stream)
          .collect(Collectors.toMap(Object::getClass, Function.identity()));

  private Samples() {}

  private static List<Object> mentions() {
    return List.of(
        new IngestEvent.MentionPosted(MENTION),
        new IngestEvent.MentionEdited(MENTION),
        new IngestEvent.MentionDeleted(POST, ROOT, 3, "hooks", LATER),
        new ClassifyEvent.MentionClassified(MENTION, CLASSIFICATION),
        new ClassifyEvent.MentionReclassified(
            MENTION, CLASSIFICATION, ClassifyEvent.Cause.HUMAN, LATER.toEpochMilli(), "ana"),
        new ClassifyEvent.MentionWithdrawn(POST, ROOT, 3, LATER),
        new RoutingEvent.MentionRouted(
            POST,
            ROOT,
            2,
            RoutingEvent.Outcome.JOINED,
            List.of(CASE),
            "customer-service",
            "An unhappy customer",
            List.of("It is a complaint (93 %)."),
            LATER),
        new LabelEvent.LabelCorrected(
            POST, ROOT, 2, Map.of("complaint", true), Map.of("complaint", false), "ana", LATER));
  }

  private static List<Object> cases() {
    return List.of(
        new CaseEvent.CaseOpened(STATE, LATER, "system", POST),
        new CaseEvent.MentionJoined(STATE, LATER, "system", POST),
        new CaseEvent.MentionFolded(STATE, LATER, "system", POST),
        new CaseEvent.MentionChanged(STATE, LATER, "system", POST, "edited"),
        new CaseEvent.CaseRerouted(STATE, LATER, "system", "sales"),
        new CaseEvent.RerouteSuggested(STATE, LATER, "system"),
        new CaseEvent.CaseAssigned(STATE, LATER, "system", "ben"),
        new CaseEvent.CaseTaken(STATE, LATER, "ana"),
        new CaseEvent.CaseTransferred(STATE, LATER, "ana", "sales"),
        new CaseEvent.NoteAdded(STATE, LATER, "ben"),
        new CaseEvent.ReplySubmitted(STATE, LATER, "ana", "r-1"),
        new CaseEvent.ReplySettled(STATE, LATER, "system", "r-1"),
        new CaseEvent.AnsweredElsewhere(STATE, LATER, "ana"),
        new CaseEvent.CaseResolved(STATE, LATER, "ana"),
        new CaseEvent.CaseReopened(STATE, LATER, "system"),
        new CaseEvent.DeadlineBreached(STATE, LATER, "system", "first_response"),
        new CaseEvent.PriorityRaised(STATE, LATER, "system"));
  }

  private static List<Object> queuesAndReplies() {
    return List.of(
        new QueueEvent.CaseQueued(
            CASE,
            1,
            "customer-service",
            LATER,
            Priority.HIGH,
            LATER,
            "ana",
            "Kettlery",
            "mastodon",
            "en",
            "Kim",
            "The lid of my Kettlery broke again",
            "https://social.example/@kim/2",
            List.of("complaint"),
            "An unhappy customer"),
        new QueueEvent.CaseTaken(CASE, 2, "customer-service", LATER, "ana"),
        new QueueEvent.CaseLeft(CASE, 7, "customer-service", LATER, "resolved"),
        new ReplyCommandEvent.ReplyRequested(
            "r-1",
            CASE,
            POST,
            "mastodon",
            "hooks",
            ROOT,
            "We are sorry.",
            "kettlery",
            "ana",
            LATER),
        new ReplyOutcomeEvent.ReplyDelivered(
            "r-1", CASE, LATER, "3", "https://social.example/@kettlery/3"),
        new ReplyOutcomeEvent.ReplyRefused("r-1", CASE, LATER, "the post is gone"),
        new ReplyOutcomeEvent.ReplyUnknown("r-1", CASE, LATER, "no answer within 10 s"));
  }

  private static List<Object> incidents() {
    return List.of(
        new DetectionEvent.RiseDetected(IncidentValues.RISE),
        new CountEvent.MinuteCounted(
            "Kettlery", NOON, true, Map.of("all", 3.0), Map.of("all", 1.25)),
        new CountEvent.HourCounted("Kettlery", NOON, Map.of("all", 75.0)),
        new CountEvent.PostNoted(
            "Kettlery", POST, NOON, "mastodon", 120_000, List.of("pr_risk", "negative")),
        new IncidentEvent.IncidentWatched(IncidentValues.STATE, LATER, "system"),
        new IncidentEvent.IncidentAlerted(IncidentValues.STATE, LATER, "system"),
        new IncidentEvent.IncidentChanged(IncidentValues.STATE, LATER, "lea", "note"),
        new IncidentEvent.IncidentAcknowledged(IncidentValues.STATE, LATER, "lea"),
        new IncidentEvent.IncidentConfirmed(IncidentValues.STATE, LATER, "lea"),
        new IncidentEvent.StatementApproved(IncidentValues.STATE, LATER, "lea"),
        new IncidentEvent.IncidentHandled(IncidentValues.STATE, LATER, "lea"),
        new IncidentEvent.IncidentClosed(IncidentValues.STATE, LATER, "lea"),
        new IncidentEvent.IncidentDismissed(IncidentValues.STATE, LATER, "lea"));
  }

  private static List<Object> others() {
    return List.of(
        new SourceEvent.SourceSilent("hooks", LATER, NOON, "nothing for 15 min"),
        new SourceEvent.SourceRecovered("hooks", LATER),
        new SourceEvent.GapRecorded("hooks", LATER, NOON, LATER, "the network was away"),
        new SourceEvent.MentionParked("hooks", LATER, "p-1", "text is required"),
        new SourceEvent.SourceNeedsAttention("sky", LATER, "its account must be connected anew"),
        new SourceEvent.AccountExpiring("sky", NOON, "kettlery", LATER),
        new ModelEvent.ModelActivated("2026-03-1", LATER, "odin", "better on every label"),
        new AuthorEvent.AuthorErased(
            "mastodon:https://social.example/users/kim", LATER, "odin", "asked to be forgotten"));
  }
}
