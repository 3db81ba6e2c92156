package dev.frontline.routing.notification;

import java.time.Instant;
import java.util.List;

/** Notices about an invented maker of kettles. */
public final class NoticeFixture {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private NoticeFixture() {}

  public static Notice aLead(String id) {
    return notice(id, NoticeKind.LEAD, Urgency.NORMAL);
  }

  public static Notice anIncident(String id) {
    return notice(id, NoticeKind.INCIDENT_ALERTED, Urgency.CRITICAL);
  }

  public static Notice notice(String id, NoticeKind kind, Urgency urgency) {
    return new Notice(
        id,
        "case-" + id,
        kind,
        "sales",
        List.of(),
        "Kettlery",
        "Lead: Kim & <b>friends</b> *now*",
        List.of("“Which <kettle> & why? [x](http://evil.example) {{DATE}}”", "Rule: A lead"),
        "/cases/case-" + id,
        urgency,
        NOON);
  }
}
