package dev.frontline.routing.incident.tuning;

import dev.frontline.kit.company.Company;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks at all bars at the start and once an hour: verdicts grow old, and a crash cuts things off.
 */
@ApplicationScoped
class BarSweep {

  private final BarKeeping keeping;
  private final Company company;

  @Inject
  BarSweep(BarKeeping keeping, Company company) {
    this.keeping = keeping;
    this.company = company;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    keeping.all(company.brands().stream().map(Company.Brand::name).toList());
  }
}
