package dev.frontline.routing.incident.desk;

import dev.frontline.routing.incident.life.Clocks;
import dev.frontline.routing.incident.life.Waiting;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.TimerWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A chance that nobody used passes. */
@ApplicationScoped
class ExpiryTimer implements TimerWork {

  private final IncidentWriter writer;

  @Inject
  ExpiryTimer(IncidentWriter writer) {
    this.writer = writer;
  }

  @Override
  public String kind() {
    return Clocks.EXPIRY;
  }

  @Override
  public void fire(Timer timer, Instant now) {
    writer.change(
        timer.subject(),
        state -> state == null ? AcknowledgementTimer.gone() : Waiting.expired(state, now));
  }
}
