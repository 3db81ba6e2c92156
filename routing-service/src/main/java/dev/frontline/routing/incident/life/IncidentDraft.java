package dev.frontline.routing.incident.life;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.contracts.incident.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident's next version while it is being written: starts as the current one, and only what a
 * decision changes is touched. Lives inside one decision.
 */
final class IncidentDraft {

  private final IncidentState was;
  String title;
  final Set<String> signals;
  @Nullable String riskKind;
  IncidentStatus status;
  Severity severity;
  double score;
  @Nullable String owner;
  @Nullable Due due;
  int escalations;
  final Set<String> people;
  long posts;
  long authors;
  long reach;
  double peak;
  List<CurvePoint> curve;
  Why why;
  final Set<String> caseIds;
  List<ChecklistItem> checklist;
  @Nullable Statement statement;
  boolean paused;
  @Nullable Boolean real;
  final List<HistoryEntry> timeline;
  List<String> similar;
  @Nullable Instant firstPostAt;
  @Nullable Instant alertedAt;
  @Nullable Instant acknowledgedAt;
  @Nullable Instant confirmedAt;
  @Nullable Instant statementAt;
  @Nullable Instant handledAt;
  @Nullable Instant endedAt;
  @Nullable Instant peakAt;
  @Nullable Instant expiresAt;
  Instant risenAt;

  IncidentDraft(IncidentState was) {
    this.was = was;
    title = was.title();
    signals = new LinkedHashSet<>(was.signals());
    riskKind = was.riskKind();
    status = was.status();
    severity = was.severity();
    score = was.score();
    owner = was.owner();
    due = was.due();
    escalations = was.escalations();
    people = new LinkedHashSet<>(was.people());
    posts = was.posts();
    authors = was.authors();
    reach = was.reach();
    peak = was.peak();
    curve = was.curve();
    why = was.why();
    caseIds = new LinkedHashSet<>(was.caseIds());
    checklist = was.checklist();
    statement = was.statement();
    paused = was.paused();
    real = was.real();
    timeline = new ArrayList<>(was.timeline());
    similar = was.similar();
    IncidentTimes times = was.times();
    firstPostAt = times.firstPostAt();
    alertedAt = times.alertedAt();
    acknowledgedAt = times.acknowledgedAt();
    confirmedAt = times.confirmedAt();
    statementAt = times.statementAt();
    handledAt = times.handledAt();
    endedAt = times.endedAt();
    peakAt = times.peakAt();
    expiresAt = times.expiresAt();
    risenAt = times.risenAt();
  }

  IncidentDraft line(Instant at, String by, String what, String text) {
    timeline.add(new HistoryEntry(at, by, what, text));
    return this;
  }

  /** The version after the one this began with. */
  IncidentState next() {
    return new IncidentState(
        was.id(),
        was.version() + 1,
        was.brand(),
        was.kind(),
        was.cause(),
        title,
        List.copyOf(signals),
        riskKind,
        status,
        severity,
        score,
        was.byHand(),
        was.department(),
        owner,
        due,
        escalations,
        List.copyOf(people),
        posts,
        authors,
        reach,
        peak,
        curve,
        why,
        List.copyOf(caseIds),
        checklist,
        statement,
        paused,
        real,
        timeline,
        similar,
        new IncidentTimes(
            firstPostAt,
            was.times().seenAt(),
            alertedAt,
            acknowledgedAt,
            confirmedAt,
            statementAt,
            handledAt,
            endedAt,
            peakAt,
            expiresAt,
            risenAt));
  }
}
