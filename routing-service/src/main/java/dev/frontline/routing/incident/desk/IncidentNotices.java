package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import dev.frontline.routing.store.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What people are told of an incident's events. */
final class IncidentNotices {

  private static final String LEAD = "social-lead";
  private static final String EXECUTIVE = "executive";

  private final Company company;

  IncidentNotices(Company company) {
    this.company = company;
  }

  /** The events that stand in an outbox. */
  List<IncidentEvent> events(List<OutboxEntry> outbox) {
    List<IncidentEvent> events = new ArrayList<>();
    for (OutboxEntry entry : outbox) {
      ConsumerRecord<String, byte[]> record =
          new ConsumerRecord<>(
              entry.topic(), 0, 0, entry.key(), entry.value().getBytes(StandardCharsets.UTF_8));
      entry.headers().forEach((name, text) -> EventCodec.put(record.headers(), name, text));
      try {
        events.add(EventCodec.fromRecord(record, EventFamily.INCIDENTS).event());
      } catch (UnreadableEventException e) {
        throw new IllegalStateException("an outbox holds no event of its topic", e);
      }
    }
    return events;
  }

  /** The notices of an event; none for what is only of interest in the room. */
  List<Notice> of(IncidentEvent event) {
    IncidentState state = event.state();
    if (event instanceof IncidentEvent.IncidentAlerted) {
      return List.of(notice(event, NoticeKind.INCIDENT_ALERTED, state.department(), people(state)));
    }
    if (event instanceof IncidentEvent.IncidentWatched
        && state.kind() == IncidentKind.OPPORTUNITY) {
      return List.of(notice(event, NoticeKind.OPPORTUNITY, state.department(), List.of()));
    }
    if (event instanceof IncidentEvent.IncidentChanged e && e.what().equals("escalated")) {
      String role = state.escalations() <= 1 ? LEAD : EXECUTIVE;
      return List.of(
          notice(event, NoticeKind.INCIDENT_ESCALATED, state.department(), withRole(role)));
    }
    if (event instanceof IncidentEvent.IncidentConfirmed) {
      return List.of(
          notice(event, NoticeKind.INCIDENT_CONFIRMED, state.department(), withRole(LEAD)));
    }
    boolean called = state.times().alertedAt() != null;
    return called && state.status().ended() && isEnd(event)
        ? List.of(notice(event, NoticeKind.INCIDENT_CLOSED, state.department(), List.of()))
        : List.of();
  }

  private static boolean isEnd(IncidentEvent event) {
    return event instanceof IncidentEvent.IncidentClosed
        || event instanceof IncidentEvent.IncidentDismissed;
  }

  private Notice notice(
      IncidentEvent event, NoticeKind kind, String department, List<String> people) {
    IncidentState state = event.state();
    List<String> lines = new ArrayList<>(state.why().sentences());
    if (state.due() != null) {
      lines.add("To be acknowledged: " + state.due().why() + ".");
    }
    return new Notice(
        state.id() + "#" + state.version() + "#" + kind.word(),
        state.id(),
        kind,
        department,
        people,
        state.brand(),
        state.brand() + ": " + state.title(),
        lines,
        "/incidents/" + state.id(),
        urgency(state),
        event.at());
  }

  private static Urgency urgency(IncidentState state) {
    if (state.kind() == IncidentKind.OPPORTUNITY || state.status().ended()) {
      return Urgency.NORMAL;
    }
    return state.severity() == Severity.MINOR ? Urgency.HIGH : Urgency.CRITICAL;
  }

  private static List<String> people(IncidentState state) {
    return state.owner() == null ? List.of() : List.of(state.owner());
  }

  private List<String> withRole(String role) {
    return company.people().stream()
        .filter(p -> p.roles().contains(role))
        .map(Company.Person::id)
        .toList();
  }
}
