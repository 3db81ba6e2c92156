package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.routing.timer.Timer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a rise, a command or a timer. */
public sealed interface IncidentDecision {

  /**
   * The next version and what the world is told about it.
   *
   * @param timers to be set before it is written; each looks at its time whether it is still wanted
   */
  record Changed(IncidentState state, List<IncidentEvent> events, List<Timer> timers)
      implements IncidentDecision {
    public Changed {
      events = List.copyOf(events);
      timers = List.copyOf(timers);
    }
  }

  /** It is already so. */
  record Same(IncidentState state) implements IncidentDecision {}

  /**
   * It may not be done.
   *
   * @param status as of HTTP: 403 not by this person, 409 not now, 422 a wrong value
   * @param allowed actions, roles or values that are
   * @param field the value that is wrong
   */
  record Refused(int status, String detail, List<String> allowed, @Nullable String field)
      implements IncidentDecision {
    public Refused {
      allowed = List.copyOf(allowed);
    }
  }
}
