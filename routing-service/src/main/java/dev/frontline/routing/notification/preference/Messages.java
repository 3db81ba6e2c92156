package dev.frontline.routing.notification.preference;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.sink.Answer;
import dev.frontline.routing.notification.sink.Message;
import dev.frontline.routing.notification.sink.Wording;
import dev.frontline.routing.notification.template.NoticeTemplate;
import dev.frontline.routing.notification.template.NoticeTemplates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a delivery says when it goes out. */
public final class Messages {

  private final Company company;
  private final Settings settings;
  private final Deliveries deliveries;
  private final NoticeTemplates templates;
  private final String dashboard;

  /**
   * @param dashboard address of the dashboard as people reach it, without a slash at its end
   */
  public Messages(
      Company company,
      Settings settings,
      Deliveries deliveries,
      NoticeTemplates templates,
      String dashboard) {
    this.company = company;
    this.settings = settings;
    this.deliveries = deliveries;
    this.templates = templates;
    this.dashboard = dashboard;
  }

  /** Nothing where the recipient has no address any more, or a digest nothing to tell. */
  public Wording of(Delivery delivery) {
    String to = null;
    if (!delivery.recipient().isEmpty()) {
      to = address(delivery.recipient());
      if (to == null) {
        return Wording.nothing(
            new Answer.Refused("there is no mail address for " + delivery.recipient()));
      }
    }
    return delivery.gathers() ? digest(delivery, to) : Wording.say(single(delivery, to));
  }

  private Message single(Delivery delivery, @Nullable String to) {
    Notice notice = delivery.notice();
    NoticeTemplate.Words words =
        templates
            .of(notice.kind())
            .filter(t -> !notice.isRedacted())
            .map(t -> t.of(notice, company.zone()))
            .orElseGet(() -> new NoticeTemplate.Words(notice.title(), notice.lines()));
    return new Message(
        delivery.key(), notice, words.title(), words.lines(), link(notice.link()), to);
  }

  private Wording digest(Delivery delivery, @Nullable String to) {
    List<String> lines = new ArrayList<>();
    List<Delivery> collected = deliveries.collectedFor(delivery.id());
    if (collected.isEmpty()) {
      return Wording.nothing(new Answer.Taken("there was nothing to tell"));
    }
    for (Delivery one : collected) {
      lines.add("• " + one.notice().title());
      one.notice().lines().stream().limit(1).forEach(lines::add);
      String link = link(one.notice().link());
      if (link != null) {
        lines.add(link);
      }
    }
    int count = collected.size();
    String title = count == 1 ? collected.get(0).notice().title() : count + " alerts";
    return Wording.say(
        new Message(delivery.key(), delivery.notice(), title, lines, link("/notifications"), to));
  }

  private @Nullable String address(String person) {
    String own = settings.of(person).map(PersonSettings::mail).orElse(null);
    return own != null ? own : company.person(person).map(Company.Person::mail).orElse(null);
  }

  private @Nullable String link(@Nullable String path) {
    return path == null ? null : dashboard + path;
  }
}
