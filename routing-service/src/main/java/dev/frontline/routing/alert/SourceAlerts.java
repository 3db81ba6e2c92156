package dev.frontline.routing.alert;

import dev.frontline.contracts.source.SourceEvent;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells that a source is silent: those who answer for the whole, and the departments whose alerts
 * name {@code source-silent}.
 */
public final class SourceAlerts implements BatchWork<SourceEvent> {

  private static final Set<String> OVERSEERS = Set.of("social-lead", "ops");

  private final Company company;
  private final Notices notices;

  SourceAlerts(Company company, Notices notices) {
    this.company = company;
    this.notices = notices;
  }

  @Override
  public List<Rejection<SourceEvent>> handle(List<Received<SourceEvent>> batch) {
    List<Notice> told = new ArrayList<>();
    for (Received<SourceEvent> received : batch) {
      if (received.event() instanceof SourceSilent silent) {
        told.addAll(of(silent));
      }
    }
    if (!told.isEmpty()) {
      notices.tell(told);
    }
    return List.of();
  }

  /** One notice for the people, and one for each department; never two of one silence. */
  List<Notice> of(SourceSilent silent) {
    List<Notice> told = new ArrayList<>();
    List<String> people =
        company.people().stream()
            .filter(p -> p.roles().stream().anyMatch(OVERSEERS::contains))
            .map(Company.Person::id)
            .toList();
    told.add(notice(silent, null, people));
    company.alerts().stream()
        .filter(a -> a.kinds().contains(NoticeKind.SOURCE_SILENT.word()))
        .map(Alert::department)
        .distinct()
        .forEach(department -> told.add(notice(silent, department, List.of())));
    return told;
  }

  private static Notice notice(
      SourceSilent silent,
      @org.jspecify.annotations.Nullable String department,
      List<String> people) {
    String since = silent.lastPostAt() == null ? "never" : silent.lastPostAt().toString();
    return new Notice(
        "source#"
            + silent.sourceId()
            + "#"
            + silent.at().toEpochMilli()
            + "#"
            + (department == null ? "people" : department),
        "source#" + silent.sourceId(),
        NoticeKind.SOURCE_SILENT,
        department,
        people,
        null,
        "Nothing comes from " + silent.sourceId(),
        List.of(silent.reason() + ".", "Last post: " + since + "."),
        "/listening",
        Urgency.HIGH,
        silent.at());
  }
}
