package dev.frontline.routing.sweep;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.casefile.Decision;
import dev.frontline.routing.casefile.Overdue;
import dev.frontline.routing.command.CaseWriter;
import dev.frontline.routing.placement.Placing;
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
import java.util.List;

/** Says which deadlines passed, and sends what waited too long in triage to customer service. */
@ApplicationScoped
class DeadlineSweep {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int AT_A_TIME = 500;

  private final Cases cases;
  private final CaseWriter writer;
  private final Placing placing;
  private final Workload workload;
  private final Leases leases;
  private final Company company;
  private final Clock clock;

  @Inject
  DeadlineSweep(
      Cases cases,
      CaseWriter writer,
      Placing placing,
      Workload workload,
      Leases leases,
      Company company,
      Clock clock) {
    this.cases = cases;
    this.writer = writer;
    this.placing = placing;
    this.workload = workload;
    this.leases = leases;
    this.company = company;
    this.clock = clock;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    if (!leases.claim("deadlines", now, LEASE)) {
      return;
    }
    for (CaseDocument document : cases.toWake(now, AT_A_TIME)) {
      writer.change(document.state().id(), state -> wake(state, now));
    }
  }

  private Decision wake(CaseState state, Instant now) {
    if (!state.department().equals(Company.TRIAGE)) {
      return Overdue.breach(state, now);
    }
    if (state.due() == null || state.due().at().isAfter(now)) {
      return new Decision.Unchanged(state);
    }
    Route route =
        new Route("triage overdue", List.of("Nobody said in time what it is; answered as it is."));
    return Overdue.leaveTriage(
        state,
        placing.move(
            state,
            company.fallbackDepartment(),
            state.priority(),
            route,
            workload.byPerson(now),
            now),
        now);
  }
}
