package dev.frontline.routing.timer;

import dev.frontline.contracts.Required;
import java.time.Instant;

/**
 * Something that is to be done at a moment.
 *
 * @param id what makes it one: set again, it stands at its new moment
 * @param kind names the work, see {@link TimerWork#kind}
 * @param subject id of what it is about
 */
public record Timer(String id, String kind, String subject, Instant at) {

  public Timer {
    Required.text("id", id);
    Required.text("kind", kind);
    Required.text("subject", subject);
    Required.value("at", at);
  }
}
