package dev.frontline.routing.incident.desk;

import com.mongodb.client.MongoDatabase;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.routing.incident.playbook.EditedPlaybooks;
import dev.frontline.routing.incident.store.Incidents;
import dev.frontline.routing.incident.tuning.BarKeeping;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.store.Outcomes;
import dev.frontline.routing.store.Workload;
import dev.frontline.routing.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the classes of this feature, each once. */
@ApplicationScoped
class IncidentWiring {

  @Produces
  @Singleton
  Incidents incidents(MongoDatabase database) {
    Incidents incidents = new Incidents(database);
    incidents.createIndexes();
    return incidents;
  }

  @Produces
  @Singleton
  IncidentWriter writer(
      Incidents incidents,
      Timers timers,
      Notices notices,
      Company company,
      EventPublisher publisher,
      BarKeeping bars,
      Clock clock) {
    return new IncidentWriter(
        incidents, timers, notices, new IncidentNotices(company), publisher, bars::hear, clock);
  }

  @Produces
  @Singleton
  Attaching attaching(Incidents incidents, IncidentWriter writer, Outcomes outcomes, Clock clock) {
    return new Attaching(incidents, writer, outcomes, clock);
  }

  @Produces
  @Singleton
  RiseBatch rises(
      IncidentWriter writer,
      Attaching attaching,
      Company company,
      EditedPlaybooks playbooks,
      Workload workload,
      Clock clock) {
    return new RiseBatch(writer, attaching, company, playbooks, workload, clock);
  }
}
