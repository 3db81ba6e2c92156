package dev.frontline.routing.incident.life;

import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Risen;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.IncidentPlan;
import dev.frontline.routing.timer.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of an incident as the detector tells more about its rise. */
public final class Rising {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final String SYSTEM = "system";

  private final IncidentPlan plan;
  private final Company company;

  private final Supplier<IncidentPlan> playbooks;

  /**
   * @param playbooks the plan with the playbooks as they are now
   */
  public Rising(Company company, Supplier<IncidentPlan> playbooks) {
    this.company = company;
    this.playbooks = playbooks;
    this.plan = company.incidentPlan();
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
      return alert(draft, owner, now);
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
    IncidentDraft draft = new IncidentDraft(fresh(rise, now));
    take(draft, rise);
    draft.similar = similar;
    draft.line(now, SYSTEM, "noticed", sentence(rise));
    if (callsPeople(rise)) {
      return alert(draft, owner, now);
    }
    List<Timer> timers = List.of();
    if (rise.kind() == IncidentKind.OPPORTUNITY) {
      draft.expiresAt =
          now.plus(Optional.ofNullable(plan.opportunityFor()).orElse(Duration.ofHours(6)));
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
        new IncidentState(
            id,
            0,
            brand,
            IncidentKind.CRISIS,
            "person",
            title,
            List.of(),
            riskKind,
            IncidentStatus.WATCHING,
            dev.frontline.contracts.incident.Severity.MAJOR,
            0,
            true,
            company.incidentDepartment(),
            null,
            null,
            0,
            List.of(by),
            0,
            0,
            0,
            0,
            List.of(),
            dev.frontline.contracts.incident.Why.unknown(),
            List.of(),
            List.of(),
            null,
            false,
            null,
            List.of(),
            List.of(),
            new IncidentTimes(null, now, null, null, null, null, null, null, null, null, now));
    IncidentDraft draft = new IncidentDraft(fresh);
    draft.line(now, by, "opened", "Opened by hand: " + title);
    return alert(draft, owner, now);
  }

  private IncidentDecision.Changed alert(IncidentDraft draft, @Nullable String owner, Instant now) {
    Duration within = Optional.ofNullable(plan.acknowledgeWithin()).orElse(Duration.ofMinutes(15));
    ZoneId zone = company.zone();
    Instant due = now.plus(within);
    draft.status = IncidentStatus.ALERTED;
    draft.alertedAt = now;
    draft.owner = draft.owner == null ? owner : draft.owner;
    draft.due =
        new Due(
            due,
            "acknowledgement",
            "alerted %s + %d min = %s"
                .formatted(
                    CLOCK.format(now.atZone(zone)),
                    within.toMinutes(),
                    CLOCK.format(due.atZone(zone))));
    IncidentPlan edited = playbooks.get();
    draft.checklist = Playbooks.checklist(edited, draft.riskKind);
    draft.statement =
        Playbooks.statement(edited, draft.riskKind)
            .map(text -> new Statement(text, SYSTEM, now, null, null))
            .orElse(null);
    draft.line(
        now,
        SYSTEM,
        "alerted",
        "People are called: "
            + (draft.owner == null
                ? "nobody of " + company.incidentDepartment() + " is on shift"
                : draft.owner + " handles it")
            + ".");
    IncidentState state = draft.next();
    return new IncidentDecision.Changed(
        state,
        List.of(new IncidentEvent.IncidentAlerted(state, now, SYSTEM)),
        List.of(Clocks.acknowledgement(state.id(), 1, due)));
  }

  private IncidentState fresh(Rise rise, Instant now) {
    boolean crisis = rise.kind() == IncidentKind.CRISIS;
    return new IncidentState(
        rise.incidentId(),
        0,
        rise.brand(),
        rise.kind(),
        rise.cause(),
        title(rise),
        rise.signals(),
        rise.riskKind(),
        IncidentStatus.WATCHING,
        rise.severity(),
        rise.score(),
        false,
        crisis ? company.incidentDepartment() : company.opportunityDepartment(),
        null,
        null,
        0,
        List.of(),
        0,
        0,
        0,
        0,
        List.of(),
        rise.why(),
        List.of(),
        List.of(),
        null,
        false,
        null,
        List.of(),
        List.of(),
        new IncidentTimes(
            null,
            rise.firstMinute(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            rise.firstMinute()));
  }

  private static void take(IncidentDraft draft, Rise rise) {
    draft.signals.addAll(rise.signals());
    draft.riskKind = draft.riskKind == null ? rise.riskKind() : draft.riskKind;
    draft.title = draft.alertedAt == null ? title(rise) : draft.title;
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

  private static boolean callsPeople(Rise rise) {
    return rise.alarm() && rise.kind() == IncidentKind.CRISIS;
  }

  private static String title(Rise rise) {
    String what =
        rise.riskKind() != null
            ? capital(rise.riskKind().replace('-', ' '))
            : rise.kind() == IncidentKind.OPPORTUNITY ? "Praise" : capital(named(rise.cause()));
    String words =
        rise.why().terms().stream().map(Risen::name).limit(3).collect(Collectors.joining(", "));
    return words.isEmpty() ? what : what + ": " + words;
  }

  private static String named(String cause) {
    return switch (cause) {
      case "all" -> "more posts than usual";
      case "pr_risk" -> "risks to the name";
      case "complaint" -> "complaints";
      case "negative", "negative-share" -> "mood against the brand";
      case "reach" -> "reach of unhappy posts";
      default -> cause.startsWith("story:") ? "one story" : cause.substring(cause.indexOf(':') + 1);
    };
  }

  private static String sentence(Rise rise) {
    return Stream.concat(rise.why().sentences().stream().limit(1), Stream.of(""))
        .findFirst()
        .filter(s -> !s.isEmpty())
        .orElse("More than usual is said.");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static IncidentDecision.Changed changed(IncidentState state, IncidentEvent event) {
    return new IncidentDecision.Changed(state, List.of(event), List.of());
  }
}
