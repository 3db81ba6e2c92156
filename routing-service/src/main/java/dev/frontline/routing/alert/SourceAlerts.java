package dev.frontline.routing.alert;

import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.AccountExpiring;
import dev.frontline.contracts.source.SourceEvent.SourceNeedsAttention;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.BatchWork;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.notification.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a source is silent, or that its account needs a person or soon will: those who answer
 * for the whole, and the departments whose alerts name the kind.
 */
public final class SourceAlerts implements BatchWork<SourceEvent> {

  private static final Set<String> OVERSEERS = Set.of("social-lead", "ops");

  /** What happened before, while nobody listened here, is no news. */
  private static final Duration STALE = Duration.ofHours(6);

  private final Company company;
  private final Notices notices;
  private final Clock clock;

  SourceAlerts(Company company, Notices notices, Clock clock) {
    this.company = company;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public List<Rejection<SourceEvent>> handle(List<Received<SourceEvent>> batch) {
    List<Notice> told = new ArrayList<>();
    for (Received<SourceEvent> received : batch) {
      if (received.event().at().isAfter(clock.instant().minus(STALE))) {
        told.addAll(of(received.event()));
      }
    }
    if (!told.isEmpty()) {
      notices.tell(told);
    }
    return List.of();
  }

  /** What is told of one event, in words. */
  private record Words(NoticeKind kind, String title, List<String> lines, String link) {}

  /** One notice for the people, and one for each department; never two of one event. */
  List<Notice> of(SourceEvent event) {
    Words words = words(event);
    if (words == null) {
      return List.of();
    }
    List<Notice> told = new ArrayList<>();
    List<String> people =
        company.people().stream()
            .filter(p -> p.roles().stream().anyMatch(OVERSEERS::contains))
            .map(Company.Person::id)
            .toList();
    told.add(notice(event, words, null, people));
    company.alerts().stream()
        .filter(a -> a.kinds().contains(words.kind().word()))
        .map(Alert::department)
        .distinct()
        .forEach(department -> told.add(notice(event, words, department, List.of())));
    return told;
  }

  private static @Nullable Words words(SourceEvent event) {
    if (event instanceof SourceSilent silent) {
      String since = silent.lastPostAt() == null ? "never" : silent.lastPostAt().toString();
      return new Words(
          NoticeKind.SOURCE_SILENT,
          "Nothing comes from " + silent.sourceId(),
          List.of(silent.reason() + ".", "Last post: " + since + "."),
          "/listening");
    }
    if (event instanceof SourceNeedsAttention needs) {
      return new Words(
          NoticeKind.SOURCE_ATTENTION,
          "The source " + needs.sourceId() + " needs attention",
          List.of(needs.reason() + "."),
          "/accounts");
    }
    if (event instanceof AccountExpiring ends) {
      return new Words(
          NoticeKind.SOURCE_ATTENTION,
          "The account " + ends.account() + " of " + ends.sourceId() + " ends soon",
          List.of("Connect it anew before " + ends.expiresAt() + ", then nothing is missed."),
          "/accounts");
    }
    return null;
  }

  private static Notice notice(
      SourceEvent event, Words words, @Nullable String department, List<String> people) {
    return new Notice(
        "source#"
            + event.sourceId()
            + "#"
            + event.at().toEpochMilli()
            + "#"
            + (department == null ? "people" : department),
        "source#" + event.sourceId(),
        words.kind(),
        department,
        people,
        null,
        words.title(),
        words.lines(),
        words.link(),
        Urgency.HIGH,
        event.at());
  }
}
