package dev.frontline.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.contracts.incident.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the public API tells it.
 *
 * @param leadMinutes from the alarm to the peak; absent while either is unknown
 * @param curve absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentJson(
    String id,
    long version,
    String brand,
    IncidentKind kind,
    String title,
    String cause,
    List<String> signals,
    @Nullable String riskKind,
    IncidentStatus status,
    Severity severity,
    double score,
    boolean byHand,
    String department,
    @Nullable String owner,
    @Nullable Due due,
    int escalations,
    List<String> people,
    long posts,
    long authors,
    long reach,
    double peak,
    @Nullable Long leadMinutes,
    IncidentTimes times,
    Why why,
    List<String> caseIds,
    List<ChecklistItem> checklist,
    @Nullable Statement statement,
    boolean paused,
    @Nullable Boolean real,
    List<String> similar,
    @Nullable List<HistoryEntry> timeline,
    @Nullable List<CurvePoint> curve) {

  static IncidentJson of(IncidentState s) {
    return of(s, s.timeline(), s.curve());
  }

  /** Without what only its own page shows. */
  static IncidentJson line(IncidentState s) {
    return of(s, null, null);
  }

  private static IncidentJson of(
      IncidentState s, @Nullable List<HistoryEntry> timeline, @Nullable List<CurvePoint> curve) {
    return new IncidentJson(
        s.id(),
        s.version(),
        s.brand(),
        s.kind(),
        s.title(),
        s.cause(),
        s.signals(),
        s.riskKind(),
        s.status(),
        s.severity(),
        s.score(),
        s.byHand(),
        s.department(),
        s.owner(),
        s.due(),
        s.escalations(),
        s.people(),
        s.posts(),
        s.authors(),
        s.reach(),
        s.peak(),
        lead(s.times()),
        s.times(),
        s.why(),
        s.caseIds(),
        s.checklist(),
        s.statement(),
        s.paused(),
        s.real(),
        s.similar(),
        timeline,
        curve);
  }

  private static @Nullable Long lead(IncidentTimes times) {
    return times.alertedAt() == null || times.peakAt() == null
        ? null
        : java.time.Duration.between(times.alertedAt(), times.peakAt()).toMinutes();
  }
}
