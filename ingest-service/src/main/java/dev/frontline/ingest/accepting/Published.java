package dev.frontline.ingest.accepting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.mention.MentionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The index of every mention that was published: {@code published} in the service's database. */
@ApplicationScoped
public class Published {

  private static final String DELETED = "deleted";
  private static final String LIVE = "live";

  private final MongoCollection<Document> collection;

  @Inject
  Published(MongoDatabase database) {
    collection = database.getCollection("published");
    collection.createIndex(Indexes.ascending("nativeKey"), new IndexOptions().unique(true));
  }

  /** Those of the ids that are known, by id. */
  public Map<String, Known> find(Collection<String> ids) {
    Map<String, Known> found = new HashMap<>();
    if (!ids.isEmpty()) {
      for (Document document : collection.find(Filters.in("_id", ids))) {
        found.put(document.getString("_id"), known(document));
      }
    }
    return found;
  }

  /** Writes all in one go; what is there under the same id is replaced. */
  public void put(Collection<Known> mentions) {
    if (mentions.isEmpty()) {
      return;
    }
    List<WriteModel<Document>> writes = new ArrayList<>(mentions.size());
    for (Known known : mentions) {
      writes.add(
          new ReplaceOneModel<>(
              Filters.eq("_id", known.id()),
              new Document("_id", known.id())
                  .append("nativeKey", MentionKey.of(known.id()))
                  .append("conversationId", known.conversationId())
                  .append("networkVersion", known.networkVersion())
                  .append("state", known.deleted() ? DELETED : LIVE),
              new ReplaceOptions().upsert(true)));
    }
    collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  /** How many mentions were ever published. */
  public long count() {
    return collection.estimatedDocumentCount();
  }

  private static Known known(Document document) {
    return new Known(
        document.getString("_id"),
        document.getString("conversationId"),
        document.getLong("networkVersion"),
        DELETED.equals(document.getString("state")));
  }
}
