package dev.frontline.routing.notification;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

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
  Notices notices(Deliveries deliveries, Clock clock) {
    // Nobody has a channel yet: sinks come from the company file.
    return new StoredNotices((notice, now) -> List.of(), deliveries, () -> {}, clock);
  }
}
