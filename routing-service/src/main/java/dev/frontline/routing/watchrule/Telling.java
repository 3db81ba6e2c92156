package dev.frontline.routing.watchrule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.notification.Urgency;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.TimerWork;
import dev.frontline.routing.timer.Timers;
import dev.frontline.routing.watchrule.RuleState.Firing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells people what a rule found: at once, or when their quiet hours end. */
public final class Telling implements TimerWork {

  private static final String KIND = "watch-rule";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Notices notices;
  private final Timers timers;
  private final ZoneId zone;
  private final Clock clock;

  Telling(Notices notices, Timers timers, ZoneId zone, Clock clock) {
    this.notices = notices;
    this.timers = timers;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * @param cause with rule and brand what makes it one
   */
  void tell(WatchRule rule, Firing firing, String cause) {
    Notice notice = notice(rule, firing, cause);
    Optional<Instant> end =
        Optional.ofNullable(rule.quiet()).flatMap(q -> q.end(zone, clock.instant()));
    if (end.isPresent()) {
      timers.set(List.of(new Timer(notice.id(), KIND, json(notice), end.get())));
    } else {
      notices.tell(notice);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Timer timer, Instant now) {
    try {
      notices.tell(Json.MAPPER.readValue(timer.subject(), Notice.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a held notice cannot be read", e);
    }
  }

  private Notice notice(WatchRule rule, Firing firing, String cause) {
    return new Notice(
        "watch#" + rule.id() + "#" + firing.brand() + "#" + cause,
        "watch#" + rule.id(),
        NoticeKind.WATCH_RULE,
        rule.department(),
        rule.people(),
        firing.brand(),
        firing.brand() + ": " + rule.name(),
        List.of(
            firing.what(),
            "At " + CLOCK.format(firing.at().atZone(zone)) + ": " + rule.when() + "."),
        firing.link(),
        Urgency.HIGH,
        firing.at());
  }

  private static String json(Notice notice) {
    try {
      return Json.MAPPER.writeValueAsString(notice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notice is always JSON", e);
    }
  }
}
