package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident before its first version: what its beginning alone says, and nothing else yet. */
final class Fresh {

  private static final String PERSON = "person";

  private Fresh() {}

  static IncidentState of(Rise rise, String department) {
    return state(
        rise.incidentId(),
        rise.brand(),
        rise.kind(),
        rise.cause(),
        RiseWords.title(rise),
        rise.riskKind(),
        rise.severity(),
        department,
        List.of(),
        rise.why(),
        rise.firstMinute());
  }

  /** A crisis that a person sees before any alarm; they are the first in its room. */
  static IncidentState byHand(
      String id,
      String brand,
      String title,
      @Nullable String riskKind,
      String department,
      String by,
      Instant now) {
    return state(
        id,
        brand,
        IncidentKind.CRISIS,
        PERSON,
        title,
        riskKind,
        Severity.MAJOR,
        department,
        List.of(by),
        Why.unknown(),
        now);
  }

  private static IncidentState state(
      String id,
      String brand,
      IncidentKind kind,
      String cause,
      String title,
      @Nullable String riskKind,
      Severity severity,
      String department,
      List<String> people,
      Why why,
      Instant seenAt) {
    return new IncidentState(
        id,
        0,
        brand,
        kind,
        cause,
        title,
        List.of(),
        riskKind,
        IncidentStatus.WATCHING,
        severity,
        0,
        cause.equals(PERSON),
        department,
        null,
        null,
        0,
        people,
        0,
        0,
        0,
        0,
        List.of(),
        why,
        List.of(),
        List.of(),
        null,
        false,
        null,
        List.of(),
        List.of(),
        new IncidentTimes(null, seenAt, null, null, null, null, null, null, null, null, seenAt));
  }
}
