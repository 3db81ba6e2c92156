package dev.frontline.routing.incident.tuning;

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
import org.bson.Document;

/**
 * The collection {@code alarm_bars}: one document a brand, written only where its version is still
 * the one that was read.
 */
public final class AlarmBars {

  private final MongoCollection<Document> collection;

  public AlarmBars(MongoDatabase database) {
    collection = database.getCollection("alarm_bars");
  }

  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  /** As it stands; as shipped where nothing was ever moved. */
  public BrandBars read(String brand) {
    Document found = collection.find(Filters.eq("_id", brand)).first();
    try {
      return found == null
          ? BrandBars.shipped(brand)
          : Json.MAPPER.readValue(found.getString("bars"), BrandBars.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored bars cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Puts the next version.
   *
   * @return false where somebody else was faster: nothing is written
   */
  boolean write(BrandBars next) {
    try {
      collection.replaceOne(
          new Document("_id", next.brand()).append("version", next.version() - 1),
          new Document("_id", next.brand())
              .append("version", next.version())
              .append("bars", Json.MAPPER.writeValueAsString(next)),
          new ReplaceOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("bars are always JSON", e);
    }
  }
}
