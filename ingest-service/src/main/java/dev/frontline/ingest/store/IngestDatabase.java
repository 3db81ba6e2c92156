package dev.frontline.ingest.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database that belongs to this service alone. */
@ApplicationScoped
class IngestDatabase {

  @Produces
  @Singleton
  MongoDatabase database(
      MongoClient client,
      @ConfigProperty(name = "frontline.database", defaultValue = "ingest") String name) {
    return client.getDatabase(name);
  }
}
