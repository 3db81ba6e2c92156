package dev.frontline.routing.notification.preference;

import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Shifts;
import dev.frontline.kit.company.Sink;
import dev.frontline.routing.notification.Addressing;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Addresses notices by the company file and by what people set for themselves: a department's
 * channels, and by mail those of its people, and those named in the notice, who want it.
 */
public final class CompanyAddressing implements Addressing {

  private final Company company;
  private final Function<String, Optional<PersonSettings>> settings;
  private final Optional<String> mailSink;

  /**
   * @param settings what a person set, by id
   */
  public CompanyAddressing(Company company, Function<String, Optional<PersonSettings>> settings) {
    this.company = company;
    this.settings = settings;
    this.mailSink =
        company.sinks().stream().filter(s -> s.kind().equals(Sink.MAIL)).map(Sink::id).findFirst();
  }

  @Override
  public List<Delivery> deliveries(Notice notice, Instant now) {
    Map<String, Delivery> deliveries = new LinkedHashMap<>();
    List<Alert> alerts =
        company.alerts().stream()
            .filter(a -> a.department().equals(notice.department()))
            .filter(a -> a.kinds().isEmpty() || a.kinds().contains(notice.kind().word()))
            .toList();
    for (Alert alert : alerts) {
      Timing timing = Timing.of(notice, alert.quiet(), alert.digest(), company.zone(), now);
      for (String sink : alert.sinks()) {
        put(deliveries, notice, sink, "", timing, now);
      }
    }
    mailSink.ifPresent(
        sink -> {
          for (Company.Person person : company.people()) {
            PersonSettings own =
                settings.apply(person.id()).orElseGet(() -> PersonSettings.none(person.id()));
            boolean reachable = own.mail() != null || person.mail() != null;
            if (reachable && wants(person, own, notice, alerts, now)) {
              Timing timing = Timing.of(notice, own.quiet(), own.digest(), company.zone(), now);
              put(deliveries, notice, sink, person.id(), timing, now);
            }
          }
        });
    return List.copyOf(deliveries.values());
  }

  private boolean wants(
      Company.Person person, PersonSettings own, Notice notice, List<Alert> alerts, Instant now) {
    if (notice.people().contains(person.id())) {
      return true;
    }
    if (notice.department() == null || !person.departments().contains(notice.department())) {
      return false;
    }
    if (own.kinds() != null) {
      return own.kinds().contains(notice.kind());
    }
    return alerts.stream()
        .anyMatch(
            a ->
                Alert.EVERYBODY.equals(a.people())
                    || Alert.ON_SHIFT.equals(a.people())
                        && Shifts.onShift(person, company.zone(), now));
  }

  /** A digest is a delivery of its own, the same for all that it gathers. */
  private static void put(
      Map<String, Delivery> deliveries,
      Notice notice,
      String sink,
      String recipient,
      Timing timing,
      Instant now) {
    Delivery one = Delivery.queued(notice, sink, recipient, timing.at(), now);
    if (!timing.digest()) {
      deliveries.putIfAbsent(one.id(), one);
      return;
    }
    Delivery.collected(one).forEach(d -> deliveries.putIfAbsent(d.id(), d));
  }
}
