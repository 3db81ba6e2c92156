package dev.frontline.classify.rows;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Posts of cases that people handled, one document each in {@code classify.confirmed}. */
@ApplicationScoped
public class ConfirmedRows {

  private final MongoCollection<Document> confirmed;

  @Inject
  ConfirmedRows(MongoClient store) {
    this.confirmed = store.getDatabase("classify").getCollection("confirmed");
  }

  void put(Collection<HandledCase.Confirmed> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<WriteModel<Document>> writes = new ArrayList<>(rows.size());
    for (HandledCase.Confirmed row : rows) {
      writes.add(
          new ReplaceOneModel<>(
              Filters.eq("_id", row.row().mentionId()),
              RowDocuments.write(row),
              new ReplaceOptions().upsert(true)));
    }
    confirmed.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  /** The newest, at most so many. */
  public List<TrainingRow> newest(int most) {
    List<TrainingRow> rows = new ArrayList<>();
    for (Document document : confirmed.find().sort(Sorts.descending("at")).limit(most)) {
      rows.add(RowDocuments.read(document));
    }
    return rows;
  }

  /** Posts that are gone, or no longer what was handled. */
  public void forget(Collection<String> mentionIds) {
    if (!mentionIds.isEmpty()) {
      confirmed.deleteMany(Filters.in("_id", mentionIds));
    }
  }

  /** An author who was erased. */
  public void forgetAuthor(String author) {
    confirmed.deleteMany(Filters.eq("author", author));
  }

  /** What was handled before then has had its say. */
  public void forgetBefore(Instant at) {
    confirmed.deleteMany(Filters.lt("at", Date.from(at)));
  }
}
