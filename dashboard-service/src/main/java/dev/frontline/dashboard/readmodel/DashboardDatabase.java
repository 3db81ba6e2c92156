package dev.frontline.dashboard.readmodel;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The dashboard's own database; no other service reads it. */
@ApplicationScoped
class DashboardDatabase {

  @Produces
  @Singleton
  MongoDatabase database(MongoClient client) {
    return client.getDatabase("dashboard");
  }
}
