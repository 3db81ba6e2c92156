package dev.frontline.routing.incident.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.Json;
import dev.frontline.kit.company.IncidentPlan;
import dev.frontline.kit.company.IncidentPlan.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The collection {@code playbooks}: one document a kind that somebody edited, written only where
 * its version is still the one that was read.
 */
public final class EditedPlaybooks {

  private final MongoCollection<Document> collection;

  public EditedPlaybooks(MongoDatabase database) {
    collection = database.getCollection("playbooks");
  }

  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  /** The one that was edited; empty where none was, its marks of removal included. */
  public Optional<EditedPlaybook> find(String kind) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", kind)).first())
        .map(EditedPlaybooks::playbook);
  }

  /** The company's plan with what people wrote in front of what its file says. */
  public IncidentPlan over(IncidentPlan file) {
    List<Playbook> playbooks = new ArrayList<>();
    for (Document document : collection.find()) {
      EditedPlaybook edited = playbook(document);
      if (!edited.removed()) {
        playbooks.add(edited.playbook());
      }
    }
    playbooks.addAll(file.playbooks());
    return new IncidentPlan(
        file.department(),
        file.acknowledgeWithin(),
        file.opportunityFor(),
        file.pauseUrl(),
        playbooks);
  }

  /**
   * Puts the next version.
   *
   * @return false where somebody else was faster: nothing is written
   */
  boolean write(EditedPlaybook next) {
    try {
      collection.replaceOne(
          new Document("_id", next.kind()).append("version", next.version() - 1),
          new Document("_id", next.kind())
              .append("version", next.version())
              .append("playbook", Json.MAPPER.writeValueAsString(next)),
          new ReplaceOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a playbook is always JSON", e);
    }
  }

  private static EditedPlaybook playbook(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("playbook"), EditedPlaybook.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored playbook cannot be read: " + e.getMessage(), e);
    }
  }
}
