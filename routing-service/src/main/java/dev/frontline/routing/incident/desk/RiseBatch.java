package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.incident.DetectionEvent;
import dev.frontline.contracts.incident.DetectionEvent.RiseDetected;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Risen;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.BatchWork;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import dev.frontline.routing.incident.life.Rising;
import dev.frontline.routing.incident.playbook.EditedPlaybooks;
import dev.frontline.routing.policy.Assignment;
import dev.frontline.routing.store.Workload;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes incidents of what the detector tells. */
final class RiseBatch implements BatchWork<DetectionEvent> {

  private static final int MOST_SIMILAR = 3;

  private final IncidentWriter writer;
  private final Attaching attaching;
  private final Rising rising;
  private final Company company;
  private final Workload workload;
  private final Clock clock;

  RiseBatch(
      IncidentWriter writer,
      Attaching attaching,
      Company company,
      EditedPlaybooks playbooks,
      Workload workload,
      Clock clock) {
    this.writer = writer;
    this.attaching = attaching;
    this.rising = new Rising(company, () -> playbooks.over(company.incidentPlan()));
    this.company = company;
    this.workload = workload;
    this.clock = clock;
  }

  @Override
  public List<Rejection<DetectionEvent>> handle(List<Received<DetectionEvent>> batch) {
    for (Received<DetectionEvent> received : batch) {
      take(((RiseDetected) received.event()).rise());
    }
    return List.of();
  }

  private void take(Rise rise) {
    Instant now = clock.instant();
    writer.change(
        rise.incidentId(),
        before ->
            rising.rise(
                before,
                rise,
                before != null && before.owner() != null ? null : owner(rise, now),
                before == null ? similar(rise) : List.of(),
                now),
        document -> document.awaiting(rise.mentionIds()));
    attaching.attach(rise.incidentId());
  }

  private @Nullable String owner(Rise rise, Instant now) {
    String department =
        rise.kind() == IncidentKind.OPPORTUNITY
            ? company.opportunityDepartment()
            : company.incidentDepartment();
    List<String> skills = Optional.ofNullable(rise.riskKind()).map(List::of).orElse(List.of());
    return Assignment.assign(company, department, null, skills, workload.byPerson(now), now)
        .map(Assignment.Assigned::user)
        .orElse(null);
  }

  /** Earlier ones of the same risk, or of which the same is said. */
  private List<String> similar(Rise rise) {
    Set<String> terms = terms(rise.why().terms());
    record Likeness(IncidentState state, long like) {}
    return writer.ended(rise.brand()).stream()
        .filter(s -> s.kind() == rise.kind())
        .map(
            s -> {
              Set<String> both = new HashSet<>(terms(s.why().terms()));
              both.retainAll(terms);
              boolean risk = s.riskKind() != null && s.riskKind().equals(rise.riskKind());
              return new Likeness(s, both.size() + (risk ? 2 : 0));
            })
        .filter(l -> l.like() >= 2)
        .sorted(Comparator.comparingLong(l -> -l.like()))
        .limit(MOST_SIMILAR)
        .map(l -> l.state().id())
        .toList();
  }

  private static Set<String> terms(List<Risen> terms) {
    return terms.stream().map(Risen::name).collect(Collectors.toSet());
  }
}
