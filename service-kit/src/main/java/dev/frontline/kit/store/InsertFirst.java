package dev.frontline.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/**
 * Writes documents of which most are not there yet: an insert costs the embedded store half of what
 * an upsert does, and only those that were there after all are written a second time.
 */
public final class InsertFirst {

  private InsertFirst() {}

  /**
   * Inserts all at once, in no order; each id at most once among them.
   *
   * @param ifThere what to do with a document whose id is taken
   * @throws com.mongodb.MongoException where anything else goes wrong; all may be written again
   */
  public static void write(
      MongoCollection<Document> collection,
      List<Document> documents,
      Function<Document, WriteModel<Document>> ifThere) {
    if (documents.isEmpty()) {
      return;
    }
    try {
      collection.insertMany(documents, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      List<WriteModel<Document>> there = new ArrayList<>();
      for (BulkWriteError error : e.getWriteErrors()) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        there.add(ifThere.apply(documents.get(error.getIndex())));
      }
      collection.bulkWrite(there, new BulkWriteOptions().ordered(false));
    }
  }
}
