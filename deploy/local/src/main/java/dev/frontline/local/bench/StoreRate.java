package dev.frontline.local.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The store's own ceiling: durable bulk upserts of small documents, nothing else running. */
final class StoreRate {

  private static final int BATCH = 500;
  private static final String FILLER = "x".repeat(400);

  private StoreRate() {}

  /**
   * @return documents a second
   */
  static double measure(String storeUri, int documents) {
    try (MongoClient client = MongoClients.create(storeUri)) {
      MongoCollection<Document> collection =
          client.getDatabase("bench").getCollection("store_rate");
      collection.drop();
      long start = System.nanoTime();
      for (int from = 0; from < documents; from += BATCH) {
        List<WriteModel<Document>> batch = new ArrayList<>(BATCH);
        for (int i = from; i < Math.min(from + BATCH, documents); i++) {
          batch.add(
              new ReplaceOneModel<>(
                  Filters.eq("_id", "d" + i),
                  new Document("_id", "d" + i).append("text", FILLER),
                  new ReplaceOptions().upsert(true)));
        }
        collection.bulkWrite(batch, new BulkWriteOptions().ordered(false));
      }
      double rate = documents / ((System.nanoTime() - start) / 1e9);
      collection.drop();
      return rate;
    }
  }
}
