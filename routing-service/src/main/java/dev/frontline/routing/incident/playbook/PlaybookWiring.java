package dev.frontline.routing.incident.playbook;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the store of edited playbooks, once. */
@ApplicationScoped
class PlaybookWiring {

  @Produces
  @Singleton
  EditedPlaybooks playbooks(MongoDatabase database) {
    EditedPlaybooks playbooks = new EditedPlaybooks(database);
    playbooks.createIndexes();
    return playbooks;
  }
}
