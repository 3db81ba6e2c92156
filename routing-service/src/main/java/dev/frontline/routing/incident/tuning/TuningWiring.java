package dev.frontline.routing.incident.tuning;

import com.mongodb.client.MongoDatabase;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.routing.incident.store.Incidents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the classes of this feature, each once. */
@ApplicationScoped
class TuningWiring {

  @Produces
  @Singleton
  AlarmBars bars(MongoDatabase database) {
    AlarmBars bars = new AlarmBars(database);
    bars.createIndexes();
    return bars;
  }

  @Produces
  @Singleton
  BarKeeping keeping(AlarmBars bars, Incidents incidents, EventPublisher publisher, Clock clock) {
    return new BarKeeping(bars, incidents, publisher, clock);
  }
}
