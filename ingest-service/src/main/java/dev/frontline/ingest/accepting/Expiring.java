package dev.frontline.ingest.accepting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.frontline.kit.store.InsertFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Mentions whose texts may be kept for a while only: {@code expiring} in the database, one document
 * each with its last moment.
 */
@ApplicationScoped
public class Expiring {

  private final MongoCollection<Document> collection;

  @Inject
  public Expiring(MongoDatabase database) {
    this.collection = database.getCollection("expiring");
  }

  /** A mention whose time has come. */
  public record Due(String mentionId, String source, Instant until) {}

  /** Their texts may be kept until then; what is told anew may be kept anew. */
  public void keep(Collection<String> mentionIds, String source, Instant until) {
    List<Document> documents = new ArrayList<>();
    for (String id : mentionIds) {
      documents.add(
          new Document("_id", id).append("source", source).append("until", Date.from(until)));
    }
    InsertFirst.write(
        collection,
        documents,
        d ->
            new ReplaceOneModel<>(
                Filters.eq("_id", d.get("_id")), d, new ReplaceOptions().upsert(true)));
  }

  /** The longest due, at most so many. */
  public List<Due> due(Instant now, int most) {
    List<Due> due = new ArrayList<>();
    for (Document d :
        collection
            .find(Filters.lte("until", Date.from(now)))
            .sort(Sorts.ascending("until"))
            .limit(most)) {
      due.add(new Due(d.getString("_id"), d.getString("source"), d.getDate("until").toInstant()));
    }
    return due;
  }

  /** These are done with. */
  public void remove(Collection<String> mentionIds) {
    collection.deleteMany(Filters.in("_id", mentionIds));
  }
}
