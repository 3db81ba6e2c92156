package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.incident.life.Clocks;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.TimerWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has planned messages held back or let go, where somebody is named who plans them. */
@ApplicationScoped
class PauseTimer implements TimerWork {

  private final IncidentWriter writer;
  private final Optional<PublishingHook> hook;

  /**
   * @param secret as {@code whsec_} and base64
   */
  @Inject
  PauseTimer(
      IncidentWriter writer,
      Company company,
      @ConfigProperty(name = "frontline.incidents.pause-secret") Optional<String> secret) {
    this.writer = writer;
    String url = company.incidentPlan().pauseUrl();
    hook = url == null ? Optional.empty() : secret.map(s -> new PublishingHook(URI.create(url), s));
  }

  @Override
  public String kind() {
    return Clocks.PAUSE;
  }

  @Override
  public void fire(Timer timer, Instant now) {
    Optional<IncidentState> found = writer.find(timer.subject());
    if (hook.isPresent() && found.isPresent()) {
      IncidentState state = found.get();
      hook.get()
          .tell(
              timer,
              new PublishingHook.Planned(state.id(), state.brand(), state.title(), state.paused()),
              now);
    }
  }
}
