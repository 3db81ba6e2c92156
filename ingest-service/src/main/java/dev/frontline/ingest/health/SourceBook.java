package dev.frontline.ingest.health;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.frontline.ingest.accepting.Heard.Brought;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What all instances heard of each source, over restarts: {@code sources} in the database. */
@ApplicationScoped
class SourceBook {

  private final MongoCollection<Document> collection;

  @Inject
  SourceBook(MongoDatabase database) {
    collection = database.getCollection("sources");
  }

  /** Begins the record of sources that have none. */
  void open(Collection<String> sources, Instant now) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (String source : sources) {
      writes.add(
          new UpdateOneModel<>(
              Filters.eq("_id", source),
              Updates.setOnInsert("since", Date.from(now)),
              new UpdateOptions().upsert(true)));
    }
    write(writes);
  }

  /** Adds to the records. */
  void add(Map<String, Brought> brought) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    brought.forEach(
        (source, more) -> {
          List<Bson> changes = new ArrayList<>();
          changes.add(Updates.inc("posts", more.posts()));
          changes.add(Updates.inc("dropped", more.dropped()));
          if (more.lastPostAt() != null) {
            changes.add(Updates.max("lastPostAt", Date.from(more.lastPostAt())));
          }
          writes.add(new UpdateOneModel<>(Filters.eq("_id", source), Updates.combine(changes)));
        });
    write(writes);
  }

  void setSilent(String source, boolean silent) {
    collection.updateOne(Filters.eq("_id", source), Updates.set("silent", silent));
  }

  /** All records, by source id. */
  Map<String, SourceRecord> all() {
    Map<String, SourceRecord> records = new HashMap<>();
    for (Document document : collection.find()) {
      Date last = document.getDate("lastPostAt");
      String source = document.getString("_id");
      records.put(
          source,
          new SourceRecord(
              source,
              document.getDate("since").toInstant(),
              new Brought(
                  count(document, "posts"),
                  count(document, "dropped"),
                  last == null ? null : last.toInstant()),
              Boolean.TRUE.equals(document.getBoolean("silent"))));
    }
    return records;
  }

  private static long count(Document document, String field) {
    return document.get(field) instanceof Number number ? number.longValue() : 0;
  }

  private void write(List<WriteModel<Document>> writes) {
    if (!writes.isEmpty()) {
      collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }
}
