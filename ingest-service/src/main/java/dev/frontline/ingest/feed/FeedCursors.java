package dev.frontline.ingest.feed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bson.Document;

/** Where each feed was read up to; saved only after what it covers is published. */
@ApplicationScoped
class FeedCursors {

  private final MongoCollection<Document> collection;

  @Inject
  FeedCursors(MongoDatabase database) {
    collection = database.getCollection("cursors");
  }

  FeedCursor of(String source) {
    Document document = collection.find(Filters.eq("_id", source)).first();
    return document == null
        ? FeedCursor.START
        : new FeedCursor(document.getString("etag"), document.getString("lastModified"));
  }

  void save(String source, FeedCursor cursor) {
    collection.replaceOne(
        Filters.eq("_id", source),
        new Document("_id", source)
            .append("etag", cursor.etag())
            .append("lastModified", cursor.lastModified()),
        new ReplaceOptions().upsert(true));
  }
}
