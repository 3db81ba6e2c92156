package dev.frontline.contracts;

import static dev.frontline.contracts.SampleValues.CASE;
import static dev.frontline.contracts.SampleValues.NOON;
import static dev.frontline.contracts.SampleValues.POST;
import static dev.frontline.contracts.SampleValues.ROOT;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Risen;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.contracts.incident.Why;
import java.util.List;

/** The crisis that the approved samples tell: lids that come off while the water boils. */
final class IncidentValues {

  private static final String ID = "i-2tqQ0qk1m9pXWc4sH0aV7g";
  private static final List<String> SIGNALS = List.of("risk:safety", "complaint");

  private static final Why WHY =
      new Why(
          List.of("14 posts in 30 minutes where 2 are usual.", "9 people tell of a lid."),
          List.of(new Risen("lid", 9, 12.5)),
          List.of(new Risen(ROOT, 6, 0)),
          List.of(new Risen("mastodon:https://social.example/users/kim", 900, 0)),
          List.of(new Risen("mastodon", 12, 2.1)),
          List.of(new Risen("en", 14, 1.1)),
          POST,
          3.5,
          0.6);

  private static final List<CurvePoint> CURVE = List.of(new CurvePoint(NOON, 5, 14, 2.2));

  static final Rise RISE =
      new Rise(
          ID,
          "Kettlery",
          IncidentKind.CRISIS,
          "risk:safety",
          SIGNALS,
          "safety",
          true,
          Severity.MAJOR,
          2.4,
          NOON,
          NOON.plusSeconds(300),
          true,
          14,
          9,
          12_000,
          CURVE,
          WHY,
          List.of(POST));

  static final IncidentState STATE =
      new IncidentState(
          ID,
          4,
          "Kettlery",
          IncidentKind.CRISIS,
          "risk:safety",
          "Safety: lid",
          SIGNALS,
          "safety",
          IncidentStatus.CLOSED,
          Severity.CRITICAL,
          2.4,
          true,
          "pr",
          "lea",
          new Due(NOON.plusSeconds(900), "acknowledgement", "alerted 12:00 + 15 min = 12:15"),
          1,
          List.of("lea"),
          14,
          9,
          12_000,
          14,
          CURVE,
          WHY,
          List.of(CASE),
          List.of(new ChecklistItem("Ask the engineers", "lea", NOON.plusSeconds(700))),
          new Statement(
              "We are looking into it.",
              "lea",
              NOON.plusSeconds(600),
              "odin",
              NOON.plusSeconds(660)),
          true,
          true,
          List.of(new HistoryEntry(NOON, "system", "alerted", "14 posts where 2 are usual.")),
          List.of("i-1"),
          new IncidentTimes(
              NOON.minusSeconds(600),
              NOON,
              NOON.plusSeconds(60),
              NOON.plusSeconds(120),
              NOON.plusSeconds(180),
              NOON.plusSeconds(660),
              NOON.plusSeconds(1200),
              NOON.plusSeconds(1800),
              NOON.plusSeconds(300),
              NOON.plusSeconds(86_400),
              NOON.plusSeconds(600)));

  private IncidentValues() {}
}
