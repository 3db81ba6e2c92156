package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.IncidentPlan;
import dev.frontline.routing.timer.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of an incident as the detector tells more about its rise. */
public final class Rising {

  static final String SYSTEM = "system";

  private static final Duration OPPORTUNITY = Duration.ofHours(6);

  private final Company company;
  private final Calling calling;

  /**
   * @param playbooks the plan with the playbooks as they are now
   */
  public Rising(Company company, Supplier<IncidentPlan> playbooks) {
    this.company = company;
    this.calling = new Calling(company, playbooks);
  }

  /**
   * @param before null where there is none yet
   * @param owner who is to handle it where nobody does, null where nobody is there
   * @param similar ids of earlier incidents like it
   */
  public IncidentDecision rise(
      @Nullable IncidentState before,
      Rise rise,
      @Nullable String owner,
      List<String> similar,
      Instant now) {
    if (before == null) {
      return begin(rise, owner, similar, now);
    }
    boolean old = !rise.at().isAfter(before.times().risenAt()) && rise.posts() <= before.posts();
    if (before.status().ended() || old && !rise.over()) {
      return new IncidentDecision.Same(before);
    }
    IncidentDraft draft = new IncidentDraft(before);
    take(draft, rise);
    if (before.status() == IncidentStatus.WATCHING && callsPeople(rise)) {
      return calling.alert(draft, owner, now);
    }
    if (rise.over() && before.status() == IncidentStatus.WATCHING) {
      draft.status = IncidentStatus.CLOSED;
      draft.endedAt = now;
      draft.line(now, SYSTEM, "passed", "It passed by itself.");
      IncidentState state = draft.next();
      return changed(state, new IncidentEvent.IncidentClosed(state, now, SYSTEM));
    }
    if (rise.over()) {
      draft.line(now, SYSTEM, "calm", "Nothing has risen for twelve hours.");
    }
    IncidentState state = draft.next();
    return changed(state, new IncidentEvent.IncidentChanged(state, now, SYSTEM, "curve"));
  }

  private IncidentDecision begin(
      Rise rise, @Nullable String owner, List<String> similar, Instant now) {
    if (rise.over()) {
      // What ended before it was ever written, such as after a reset of the store, is no news.
      return new IncidentDecision.Refused(409, "it is over", List.of(), null);
    }
    IncidentDraft draft = new IncidentDraft(Fresh.of(rise, department(rise)));
    take(draft, rise);
    draft.similar = similar;
    draft.line(now, SYSTEM, "noticed", RiseWords.sentence(rise));
    if (callsPeople(rise)) {
      return calling.alert(draft, owner, now);
    }
    List<Timer> timers = List.of();
    if (rise.kind() == IncidentKind.OPPORTUNITY) {
      draft.expiresAt =
          now.plus(
              Optional.ofNullable(company.incidentPlan().opportunityFor()).orElse(OPPORTUNITY));
      draft.owner = owner;
      timers = List.of(Clocks.expiry(rise.incidentId(), draft.expiresAt));
    }
    IncidentState state = draft.next();
    return new IncidentDecision.Changed(
        state, List.of(new IncidentEvent.IncidentWatched(state, now, SYSTEM)), timers);
  }

  /** A crisis that a person opened before any alarm. */
  public IncidentDecision byHand(
      String id,
      String brand,
      String title,
      @Nullable String riskKind,
      String by,
      @Nullable String owner,
      Instant now) {
    IncidentState fresh =
        Fresh.byHand(id, brand, title, riskKind, company.incidentDepartment(), by, now);
    IncidentDraft draft = new IncidentDraft(fresh);
    draft.line(now, by, "opened", "Opened by hand: " + title);
    return calling.alert(draft, owner, now);
  }

  private static void take(IncidentDraft draft, Rise rise) {
    draft.signals.addAll(rise.signals());
    draft.riskKind = draft.riskKind == null ? rise.riskKind() : draft.riskKind;
    draft.title = draft.alertedAt == null ? RiseWords.title(rise) : draft.title;
    draft.severity =
        rise.severity().compareTo(draft.severity) > 0 ? rise.severity() : draft.severity;
    draft.score = Math.max(draft.score, rise.score());
    draft.posts = Math.max(draft.posts, rise.posts());
    draft.authors = Math.max(draft.authors, rise.authors());
    draft.reach = Math.max(draft.reach, rise.reach());
    draft.curve = Curves.join(draft.curve, rise.curve());
    for (CurvePoint point : rise.curve()) {
      if (point.minutes() == 1 && point.counted() > draft.peak) {
        draft.peak = point.counted();
        draft.peakAt = point.at();
      }
    }
    // Once the posts have left the detector's two hours, what it said of them stands.
    if (rise.why().firstPost() != null) {
      String first = draft.why.firstPost();
      draft.why = first == null ? rise.why() : Whys.from(first, rise.why());
    }
    draft.firstPostAt = draft.firstPostAt == null ? rise.firstMinute() : draft.firstPostAt;
    draft.risenAt = rise.at();
  }

  private String department(Rise rise) {
    return rise.kind() == IncidentKind.CRISIS
        ? company.incidentDepartment()
        : company.opportunityDepartment();
  }

  private static boolean callsPeople(Rise rise) {
    return rise.alarm() && rise.kind() == IncidentKind.CRISIS;
  }

  private static IncidentDecision.Changed changed(IncidentState state, IncidentEvent event) {
    return new IncidentDecision.Changed(state, List.of(event), List.of());
  }
}
