package dev.frontline.routing.incident.desk;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.incident.life.Clocks;
import dev.frontline.routing.incident.life.IncidentDecision;
import dev.frontline.routing.incident.life.Waiting;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.TimerWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An alarm that nobody acknowledged in time goes one step up. */
@ApplicationScoped
class AcknowledgementTimer implements TimerWork {

  private final IncidentWriter writer;
  private final Duration within;

  @Inject
  AcknowledgementTimer(IncidentWriter writer, Company company) {
    this.writer = writer;
    this.within =
        Optional.ofNullable(company.incidentPlan().acknowledgeWithin())
            .orElse(Duration.ofMinutes(15));
  }

  @Override
  public String kind() {
    return Clocks.ACKNOWLEDGEMENT;
  }

  @Override
  public void fire(Timer timer, Instant now) {
    writer.change(
        timer.subject(),
        state -> state == null ? gone() : Waiting.unacknowledged(state, within, now));
  }

  static IncidentDecision gone() {
    return new IncidentDecision.Refused(409, "there is no such incident", List.of(), null);
  }
}
