package dev.frontline.contracts.incident;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crisis or an opportunity as the world sees it.
 *
 * @param version grows by one with each change
 * @param cause the signal that rose first, or {@code person} where one opened it by hand
 * @param title what it is about in a few words
 * @param signals everything that rose
 * @param riskKind what may be at risk, such as {@code safety}; null where nothing special is
 * @param score how far above what is just ordinary it rose at most
 * @param byHand a person opened it before any alarm
 * @param department who handles it
 * @param owner id of the person who does, null while nobody does
 * @param due by when the alarm must be acknowledged; null where it need not
 * @param escalations how often nobody acknowledged it in time
 * @param people ids of those who are in the room
 * @param peak most posts that came within a minute
 * @param caseIds cases of the matter, oldest first
 * @param paused planned messages of the brand are held back
 * @param real what people said of the alarm: true, false, or null while nobody did
 * @param timeline what happened, oldest first
 * @param similar ids of earlier incidents that were like it, closest first
 */
public record IncidentState(
    String id,
    long version,
    String brand,
    IncidentKind kind,
    String cause,
    String title,
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
    List<CurvePoint> curve,
    Why why,
    List<String> caseIds,
    List<ChecklistItem> checklist,
    @Nullable Statement statement,
    boolean paused,
    @Nullable Boolean real,
    List<HistoryEntry> timeline,
    List<String> similar,
    IncidentTimes times) {

  public IncidentState {
    Required.text("id", id);
    Required.text("brand", brand);
    Required.value("kind", kind);
    Required.text("cause", cause);
    Required.text("title", title);
    Required.value("status", status);
    Required.value("severity", severity);
    Required.text("department", department);
    Required.value("why", why);
    Required.value("times", times);
    signals = Lists.copy(signals);
    people = Lists.copy(people);
    curve = Lists.copy(curve);
    caseIds = Lists.copy(caseIds);
    checklist = Lists.copy(checklist);
    timeline = Lists.copy(timeline);
    similar = Lists.copy(similar);
  }
}
