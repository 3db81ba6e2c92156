package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may act on an incident, and which actions its state allows. */
final class Rights {

  private static final List<String> ROLES = List.of("pr", "social-lead", "admin");

  private Rights() {}

  /** Who may act on it, by role. */
  static List<String> roles(IncidentState state) {
    return state.kind() == IncidentKind.OPPORTUNITY
        ? Stream.concat(Stream.of("marketing"), ROLES.stream()).toList()
        : ROLES;
  }

  /** The actions that its state allows, as path names. */
  static List<String> allowed(IncidentState state) {
    if (state.status().ended()) {
      return List.of("verdict", "notes");
    }
    List<String> allowed = new ArrayList<>();
    if (state.status() == IncidentStatus.ALERTED && state.times().acknowledgedAt() == null) {
      allowed.add("acknowledge");
    }
    if (Set.of(IncidentStatus.WATCHING, IncidentStatus.ALERTED).contains(state.status())) {
      allowed.add("confirm");
    }
    if (state.status() == IncidentStatus.CONFIRMED) {
      allowed.add("handle");
    }
    if (state.statement() != null && !state.statement().usable()) {
      allowed.add("approve");
    }
    allowed.addAll(
        List.of("join", "notes", "statement", "checklist", "pause", "close", "dismiss", "verdict"));
    return allowed;
  }
}
