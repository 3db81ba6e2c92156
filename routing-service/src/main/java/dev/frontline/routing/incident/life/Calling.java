package dev.frontline.routing.incident.life;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.IncidentPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls people to a crisis: who handles it, by when, and by which playbook. */
final class Calling {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Duration WITHIN = Duration.ofMinutes(15);

  private final Company company;
  private final Supplier<IncidentPlan> playbooks;

  Calling(Company company, Supplier<IncidentPlan> playbooks) {
    this.company = company;
    this.playbooks = playbooks;
  }

  /**
   * @param owner who is to handle it where nobody does, null where nobody is there
   */
  IncidentDecision.Changed alert(IncidentDraft draft, @Nullable String owner, Instant now) {
    Duration within =
        Optional.ofNullable(company.incidentPlan().acknowledgeWithin()).orElse(WITHIN);
    ZoneId zone = company.zone();
    Instant due = now.plus(within);
    draft.status = IncidentStatus.ALERTED;
    draft.alertedAt = now;
    draft.owner = draft.owner == null ? owner : draft.owner;
    draft.due =
        new Due(
            due,
            "acknowledgement",
            "alerted %s + %d min = %s"
                .formatted(
                    CLOCK.format(now.atZone(zone)),
                    within.toMinutes(),
                    CLOCK.format(due.atZone(zone))));
    IncidentPlan edited = playbooks.get();
    draft.checklist = Playbooks.checklist(edited, draft.riskKind);
    draft.statement =
        Playbooks.statement(edited, draft.riskKind)
            .map(text -> new Statement(text, Rising.SYSTEM, now, null, null))
            .orElse(null);
    draft.line(
        now,
        Rising.SYSTEM,
        "alerted",
        "People are called: "
            + (draft.owner == null
                ? "nobody of " + company.incidentDepartment() + " is on shift"
                : draft.owner + " handles it")
            + ".");
    IncidentState state = draft.next();
    return new IncidentDecision.Changed(
        state,
        List.of(new IncidentEvent.IncidentAlerted(state, now, Rising.SYSTEM)),
        List.of(Clocks.acknowledgement(state.id(), 1, due)));
  }
}
