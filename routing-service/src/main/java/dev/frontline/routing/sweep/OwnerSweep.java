package dev.frontline.routing.sweep;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Shifts;
import dev.frontline.routing.casefile.Change;
import dev.frontline.routing.casefile.Decision;
import dev.frontline.routing.casefile.Proposing;
import dev.frontline.routing.command.CaseWriter;
import dev.frontline.routing.policy.Assignment;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.Leases;
import dev.frontline.routing.store.Workload;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proposes waiting cases that nobody owns as people come on shift or have room again, and cases
 * whose owner went off shift before taking them. Costs nothing while nobody has room.
 */
@ApplicationScoped
class OwnerSweep {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int AT_A_TIME = 200;

  private static final Comparator<CaseState> MOST_PRESSING =
      Comparator.comparing(CaseState::priority)
          .thenComparing(
              s -> s.due() == null ? null : s.due().at(),
              Comparator.nullsLast(Comparator.naturalOrder()));

  private final Cases cases;
  private final CaseWriter writer;
  private final Workload workload;
  private final Leases leases;
  private final Company company;
  private final Clock clock;

  @Inject
  OwnerSweep(
      Cases cases,
      CaseWriter writer,
      Workload workload,
      Leases leases,
      Company company,
      Clock clock) {
    this.cases = cases;
    this.writer = writer;
    this.workload = workload;
    this.leases = leases;
    this.company = company;
    this.clock = clock;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    if (!leases.claim("owners", now, LEASE)) {
      return;
    }
    Set<String> onShift =
        company.people().stream()
            .filter(p -> Shifts.onShift(p, company.zone(), now))
            .map(Company.Person::id)
            .collect(Collectors.toUnmodifiableSet());
    Map<String, Integer> load = workload.byPerson(now);
    Set<String> withRoom =
        company.people().stream()
            .filter(p -> onShift.contains(p.id()) && load.getOrDefault(p.id(), 0) < capacity(p))
            .flatMap(p -> p.departments().stream())
            .collect(Collectors.toUnmodifiableSet());
    if (withRoom.isEmpty()) {
      return;
    }
    List<String> gone =
        company.people().stream()
            .map(Company.Person::id)
            .filter(id -> !onShift.contains(id))
            .toList();
    cases.waiting(withRoom, gone, AT_A_TIME).stream()
        .map(CaseDocument::state)
        .filter(state -> Proposing.wantsOwner(state, onShift))
        .sorted(MOST_PRESSING)
        .forEach(state -> propose(state, onShift, load, now));
  }

  private void propose(
      CaseState waiting, Set<String> onShift, Map<String, Integer> load, Instant now) {
    if (person(waiting, load, now).isEmpty()) {
      return;
    }
    Optional<Decision> decision =
        writer.change(
            waiting.id(),
            state -> Proposing.propose(state, onShift, person(state, load, now), now));
    if (decision.orElse(null) instanceof Change change && change.state().assignee() != null) {
      load.merge(change.state().assignee(), 1, Integer::sum);
    }
  }

  private Optional<Assignment.Assigned> person(
      CaseState state, Map<String, Integer> load, Instant now) {
    return Assignment.assign(company, state.department(), state.lang(), List.of(), load, now);
  }

  private static int capacity(Company.Person person) {
    return person.capacity() == null ? 0 : person.capacity();
  }
}
