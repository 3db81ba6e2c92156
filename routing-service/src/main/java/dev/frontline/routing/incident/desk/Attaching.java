package dev.frontline.routing.incident.desk;

import dev.frontline.routing.incident.life.IncidentDecision;
import dev.frontline.routing.incident.life.Waiting;
import dev.frontline.routing.incident.store.IncidentDocument;
import dev.frontline.routing.incident.store.Incidents;
import dev.frontline.routing.store.MentionOutcome;
import dev.frontline.routing.store.Outcomes;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Finds the cases of an incident's posts, those that routing decides later, too. */
final class Attaching {

  private final Incidents incidents;
  private final IncidentWriter writer;
  private final Outcomes outcomes;
  private final Clock clock;

  Attaching(Incidents incidents, IncidentWriter writer, Outcomes outcomes, Clock clock) {
    this.incidents = incidents;
    this.writer = writer;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  void attach(String incidentId) {
    incidents.read(incidentId).ifPresent(this::attach);
  }

  /** Looks again for what was not there yet. */
  void attachLeftOver() {
    incidents.awaiting().forEach(this::attach);
  }

  private void attach(IncidentDocument document) {
    Map<String, MentionOutcome> found = outcomes.read(document.awaited());
    List<String> cases =
        found.values().stream().flatMap(o -> o.event().caseIds().stream()).distinct().toList();
    if (!cases.isEmpty()) {
      writer.change(
          document.state().id(),
          state ->
              state == null
                  ? new IncidentDecision.Same(document.state())
                  : Waiting.attach(state, cases, clock.instant()),
          next -> next.found(found.keySet()));
    }
  }
}
