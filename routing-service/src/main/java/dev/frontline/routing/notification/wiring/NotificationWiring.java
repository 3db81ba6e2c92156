package dev.frontline.routing.notification.wiring;

import com.mongodb.client.MongoDatabase;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.notification.StoredNotices;
import dev.frontline.routing.notification.lane.Lane;
import dev.frontline.routing.notification.lane.Lanes;
import dev.frontline.routing.notification.lane.SinkStates;
import dev.frontline.routing.notification.preference.CompanyAddressing;
import dev.frontline.routing.notification.preference.Messages;
import dev.frontline.routing.notification.preference.Settings;
import dev.frontline.routing.notification.sink.Senders;
import dev.frontline.routing.notification.template.NoticeTemplates;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the classes of this feature, each once. */
@ApplicationScoped
class NotificationWiring {

  @Produces
  @Singleton
  Deliveries deliveries(MongoDatabase database) {
    Deliveries deliveries = new Deliveries(database);
    deliveries.createIndexes();
    return deliveries;
  }

  @Produces
  @Singleton
  Settings settings(MongoDatabase database, Clock clock) {
    Settings settings = new Settings(database, clock);
    settings.createIndexes();
    return settings;
  }

  @Produces
  @Singleton
  NoticeTemplates templates(MongoDatabase database, Clock clock) {
    NoticeTemplates templates = new NoticeTemplates(database, clock);
    templates.createIndexes();
    return templates;
  }

  @Produces
  @Singleton
  SinkStates sinkStates(MongoDatabase database) {
    return new SinkStates(database);
  }

  @Produces
  @Singleton
  Notices notices(
      Company company, Settings settings, Deliveries deliveries, Lanes lanes, Clock clock) {
    return new StoredNotices(
        new CompanyAddressing(company, settings::of), deliveries, lanes::wake, clock);
  }

  /** Made at start, so that a variable that is not set stops the service in one line. */
  @Produces
  @Singleton
  @Startup
  Lanes lanes(
      Company company,
      Settings settings,
      Deliveries deliveries,
      SinkStates states,
      NoticeTemplates templates,
      Vertx vertx,
      Clock clock,
      AlertMetrics metrics,
      @ConfigProperty(name = "frontline.instance") String instance,
      @ConfigProperty(name = "frontline.dashboard-address") String dashboard,
      @ConfigProperty(name = "frontline.notices.give-up-after", defaultValue = "P1D")
          Duration giveUpAfter) {
    Messages messages = new Messages(company, settings, deliveries, templates, dashboard);
    List<Lane> each =
        new Senders(System.getenv(), vertx, clock)
            .of(company.sinks()).entrySet().stream()
                .map(
                    sink ->
                        new Lane(
                            sink.getKey(),
                            instance,
                            sink.getValue(),
                            deliveries,
                            messages::of,
                            giveUpAfter,
                            clock,
                            () -> ThreadLocalRandom.current().nextDouble(),
                            metrics::noted))
                .toList();
    Lanes lanes = new Lanes(each, states, clock);
    lanes.start();
    return lanes;
  }

  void stop(@Disposes Lanes lanes) {
    lanes.close();
  }
}
