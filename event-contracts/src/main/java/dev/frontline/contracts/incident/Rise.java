package dev.frontline.contracts.incident;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rise in what is said about a brand, as the detector knows it by now.
 *
 * @param incidentId hash of brand, cause and first minute: the same however often it is sent
 * @param cause the signal that rose first, such as {@code complaint}, {@code risk:safety}, {@code
 *     story:ID} or {@code theme:delivery}
 * @param signals everything that rose with it, the cause included
 * @param riskKind what may be at risk, such as {@code safety}; null where nothing special is
 * @param alarm whether people are to be called; else it is watched
 * @param score how far above what is just ordinary; an alarm is at the settings' threshold
 * @param at event time up to which it is known
 * @param over whether it has ended
 * @param posts posts of the rise so far
 * @param authors their distinct authors
 * @param reach people whom they may have reached together
 * @param curve what came and what is usual since it was last told, minute by minute
 * @param mentionIds posts of the rise that were not named before
 */
public record Rise(
    String incidentId,
    String brand,
    IncidentKind kind,
    String cause,
    List<String> signals,
    @Nullable String riskKind,
    boolean alarm,
    Severity severity,
    double score,
    Instant firstMinute,
    Instant at,
    boolean over,
    long posts,
    long authors,
    long reach,
    List<CurvePoint> curve,
    Why why,
    List<String> mentionIds) {

  public Rise {
    Required.text("rise.incidentId", incidentId);
    Required.text("rise.brand", brand);
    Required.value("rise.kind", kind);
    Required.text("rise.cause", cause);
    Required.value("rise.severity", severity);
    Required.value("rise.firstMinute", firstMinute);
    Required.value("rise.at", at);
    Required.value("rise.why", why);
    signals = Lists.copy(signals);
    curve = Lists.copy(curve);
    mentionIds = Lists.copy(mentionIds);
  }
}
