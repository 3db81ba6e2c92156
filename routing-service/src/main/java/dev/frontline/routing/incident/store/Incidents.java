package dev.frontline.routing.incident.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The collection {@code incidents}: one document an incident with its outbox, written only where
 * its version is still the one that was read. They are few: what is not asked by id scans.
 */
public final class Incidents {

  private final MongoCollection<Document> collection;

  public Incidents(MongoDatabase database) {
    collection = database.getCollection("incidents");
  }

  /** The index without which every guarded write scans on the embedded store. */
  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  public Optional<IncidentDocument> read(String id) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
        .map(IncidentDocument::from);
  }

  /**
   * @param readVersion the version that was read, 0 where there was none
   * @return false where somebody else wrote it meanwhile: nothing is written
   */
  public boolean write(IncidentDocument document, long readVersion, Instant now) {
    try {
      collection.replaceOne(
          guard(document.state().id(), readVersion),
          document.document(now),
          new ReplaceOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Notes that everything this version tells is published; later versions keep their outbox. */
  public void clear(IncidentDocument told) {
    collection.updateOne(
        guard(told.state().id(), told.state().version()), Updates.set("outbox", List.of()));
  }

  /** Those last written before the moment that still have something to tell. */
  public List<IncidentDocument> untold(Instant writtenBefore) {
    return documents(
        Filters.and(Filters.exists("outbox.0"), Filters.lt("writtenAt", Date.from(writtenBefore))));
  }

  /** Those that wait for cases of their posts. */
  public List<IncidentDocument> awaiting() {
    return documents(Filters.and(Filters.eq("ended", false), Filters.exists("awaited.0")));
  }

  /** Everything about the brand. */
  public List<IncidentState> all(String brand) {
    return documents(Filters.eq("brand", brand)).stream().map(IncidentDocument::state).toList();
  }

  /** What has ended about the brand. */
  public List<IncidentState> ended(String brand) {
    return documents(Filters.and(Filters.eq("brand", brand), Filters.eq("ended", true))).stream()
        .map(IncidentDocument::state)
        .toList();
  }

  /** How many have not ended, by where they stand. */
  public Map<IncidentStatus, Long> open() {
    return documents(Filters.eq("ended", false)).stream()
        .collect(Collectors.groupingBy(d -> d.state().status(), Collectors.counting()));
  }

  private List<IncidentDocument> documents(org.bson.conversions.Bson filter) {
    return collection.find(filter).map(IncidentDocument::from).into(new ArrayList<>());
  }

  /** Written out: inside an {@code $and} the embedded store would not use the index. */
  private static Document guard(String id, long version) {
    return new Document("_id", id).append("version", version);
  }
}
