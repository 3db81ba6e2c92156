package dev.frontline.routing.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Hearing;
import dev.frontline.routing.store.OutboxEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells people what cases have to tell that is worth it. It hears each case's outbox before it is
 * cleared, so what it stores is stored if and only if the change is told.
 */
public final class CaseAlerting implements Hearing {

  private static final Set<String> HEARD =
      Set.of(
          "case.opened.v1",
          "case.rerouted.v1",
          "case.reopened.v1",
          "case.mention-joined.v1",
          "case.mention-changed.v1");

  private final CaseAlerts alerts;
  private final Notices notices;
  private final Consumer<Collection<String>> gone;

  /**
   * @param gone takes the words out of what was told about these cases
   */
  public CaseAlerting(CaseAlerts alerts, Notices notices, Consumer<Collection<String>> gone) {
    this.alerts = alerts;
    this.notices = notices;
    this.gone = gone;
  }

  @Override
  public void hear(Collection<CaseDocument> untold) {
    List<Notice> told = new ArrayList<>();
    Set<String> withdrawn = new LinkedHashSet<>();
    for (CaseDocument document : untold) {
      for (OutboxEntry entry : document.outbox()) {
        if (entry.topic().equals(TopicPlan.CASES) && HEARD.contains(entry.type())) {
          CaseEvent event = read(entry);
          alerts
              .of(event)
              .filter(notice -> isStillWanted(notice, document.state()))
              .ifPresent(told::add);
          if (event instanceof CaseEvent.MentionChanged changed
              && changed.what().equals("withdrawn")) {
            withdrawn.add(document.state().id());
          }
        }
      }
    }
    if (!told.isEmpty()) {
      notices.tell(told);
    }
    if (!withdrawn.isEmpty()) {
      gone.accept(withdrawn);
    }
  }

  /** What our own account answered before it was heard needs nobody, but a risk is one still. */
  private static boolean isStillWanted(Notice notice, CaseState now) {
    return now.status() != CaseStatus.ANSWERED || notice.kind() == NoticeKind.RISK_QUEUED;
  }

  private static CaseEvent read(OutboxEntry entry) {
    try {
      return Json.MAPPER.readValue(
          entry.value(), EventFamily.CASES.named(entry.type()).orElseThrow().record());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event in an outbox cannot be read", e);
    }
  }
}
