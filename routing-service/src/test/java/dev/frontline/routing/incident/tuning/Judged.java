package dev.frontline.routing.incident.tuning;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents of which people said something. */
public final class Judged {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Judged() {}

  /** An alarm so many days after noon. */
  public static IncidentState alarm(String cause, double days, @Nullable Boolean real) {
    return incident(cause, days, real, false, null);
  }

  /** What a person opened before any alarm did. */
  public static IncidentState byHand(@Nullable String riskKind, double days) {
    return incident("person", days, null, true, riskKind);
  }

  private static IncidentState incident(
      String cause,
      double days,
      @Nullable Boolean real,
      boolean byHand,
      @Nullable String riskKind) {
    Instant at = NOON.plusSeconds(Math.round(days * 86_400));
    return new IncidentState(
        "i-" + cause + days,
        1,
        "Kettlery",
        IncidentKind.CRISIS,
        cause,
        "About " + cause,
        List.of(cause),
        riskKind,
        IncidentStatus.CLOSED,
        Severity.MAJOR,
        1,
        byHand,
        "pr",
        null,
        null,
        0,
        List.of(),
        3,
        3,
        0,
        0,
        List.of(),
        Why.unknown(),
        List.of(),
        List.of(),
        null,
        false,
        real,
        List.of(),
        List.of(),
        new IncidentTimes(null, at, at, null, null, null, null, at, null, null, at));
  }
}
