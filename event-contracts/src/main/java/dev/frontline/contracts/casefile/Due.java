package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;
import java.time.Instant;

/**
 * A deadline with its sum.
 *
 * @param kind what is due: {@code first_response} or {@code triage}
 * @param why the sum in words, such as {@code accepted 09:00 + 30 min (urgent)}
 */
public record Due(Instant at, String kind, String why) {

  public Due {
    Required.value("due.at", at);
    Required.text("due.kind", kind);
    Required.text("due.why", why);
  }
}
