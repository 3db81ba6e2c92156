package dev.frontline.classify.tally;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.kit.kafka.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Counts first judgements, one document a partition that also holds the offset it has counted up
 * to: a batch that comes again is not counted again.
 */
@ApplicationScoped
public class Tally {

  private static final String COUNTED = "counted";
  private static final String NEXT = "next";

  private final MongoCollection<Document> tallies;

  @Inject
  Tally(MongoClient store) {
    MongoNamespace name = new MongoNamespace("classify", "tallies");
    this.tallies =
        store.getDatabase(name.getDatabaseName()).getCollection(name.getCollectionName());
  }

  /** Adds the posts among the events that were not counted before. */
  public void count(List<Received<IngestEvent>> batch) {
    Map<String, List<Received<IngestEvent>>> byPartition = new HashMap<>();
    for (Received<IngestEvent> received : batch) {
      byPartition
          .computeIfAbsent(
              received.record().topic() + "-" + received.record().partition(),
              p -> new ArrayList<>())
          .add(received);
    }
    Map<String, Document> known = new HashMap<>();
    for (Document document : tallies.find(Filters.in("_id", byPartition.keySet()))) {
      known.put(document.getString("_id"), document);
    }
    List<WriteModel<Document>> writes = new ArrayList<>();
    byPartition.forEach(
        (partition, events) -> {
          Document before = known.getOrDefault(partition, new Document());
          long next = before.get(NEXT, 0L);
          long counted = before.get(COUNTED, 0L);
          for (Received<IngestEvent> received : events) {
            if (received.record().offset() >= next) {
              counted += received.event() instanceof IngestEvent.MentionPosted ? 1 : 0;
              next = received.record().offset() + 1;
            }
          }
          writes.add(
              new ReplaceOneModel<>(
                  Filters.eq("_id", partition),
                  new Document("_id", partition).append(NEXT, next).append(COUNTED, counted),
                  new ReplaceOptions().upsert(true)));
        });
    tallies.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  /** Mentions judged so far, from the store. */
  public long classified() {
    long sum = 0;
    for (Document document : tallies.find()) {
      sum += document.get(COUNTED, 0L);
    }
    return sum;
  }
}
