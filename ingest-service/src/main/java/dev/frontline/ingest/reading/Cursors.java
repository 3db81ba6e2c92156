package dev.frontline.ingest.reading;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import dev.frontline.ingest.source.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * Where each source was read up to: {@code cursors} in the database. Saved only after what it
 * covers is published, and only by the reader that holds the latest lease.
 */
@ApplicationScoped
public class Cursors {

  private static final String FENCE = "fence";

  private final MongoCollection<Document> collection;

  @Inject
  public Cursors(MongoDatabase database) {
    collection = database.getCollection("cursors");
  }

  Cursor of(String source) {
    Document document = collection.find(Filters.eq("_id", source)).first();
    if (document == null || !(document.get("at") instanceof Document at)) {
      return Cursor.START;
    }
    Map<String, String> values = new HashMap<>();
    at.forEach((name, value) -> values.put(name, String.valueOf(value)));
    return new Cursor(values);
  }

  /**
   * @param fence of the lease under which was read
   * @return false where somebody with a later lease has taken over; nothing is written then
   */
  boolean save(String source, Cursor cursor, long fence) {
    Document at = new Document();
    at.putAll(cursor.values());
    try {
      UpdateResult result =
          collection.replaceOne(
              Filters.and(
                  Filters.eq("_id", source),
                  Filters.or(Filters.exists(FENCE, false), Filters.lte(FENCE, fence))),
              new Document("_id", source).append("at", at).append(FENCE, fence),
              new ReplaceOptions().upsert(true));
      return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
