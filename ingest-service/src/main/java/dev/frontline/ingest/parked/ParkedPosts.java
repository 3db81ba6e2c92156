package dev.frontline.ingest.parked;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.kit.kafka.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** Keeps what could not be read, each once, and says so on {@code sources.events}. */
@ApplicationScoped
public class ParkedPosts {

  private static final int SHOWN = 200;
  private static final String FORGOTTEN = "";

  private final MongoCollection<Document> collection;
  private final EventPublisher publisher;
  private final Clock clock;

  @Inject
  public ParkedPosts(MongoDatabase database, EventPublisher publisher, Clock clock) {
    this.collection = database.getCollection("parked");
    this.publisher = publisher;
    this.clock = clock;
  }

  /** A body and why it cannot be read. */
  public record Unreadable(String raw, String reason) {}

  /** Returns once all are stored and told. */
  public void park(String source, List<Unreadable> bodies) {
    if (bodies.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<WriteModel<Document>> writes = new ArrayList<>(bodies.size());
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(bodies.size());
    for (Unreadable body : bodies) {
      String id = MentionKey.hash(source + "\n" + body.raw());
      writes.add(
          new ReplaceOneModel<>(
              Filters.eq("_id", id),
              new Document("_id", id)
                  .append("source", source)
                  .append("raw", body.raw())
                  .append("reason", body.reason())
                  .append("author", ParkedAuthor.of(body.raw()).orElse(null))
                  .append("at", Date.from(now)),
              new ReplaceOptions().upsert(true)));
      records.add(
          EventCodec.toRecord(
              TopicPlan.SOURCES,
              source,
              EventFamily.SOURCES,
              Envelope.of(
                  "parked#" + id,
                  "/frontline/ingest",
                  now,
                  new SourceEvent.MentionParked(source, now, id, body.reason()))));
    }
    collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    publisher.publish(records);
  }

  /**
   * Forgets what an author wrote; where nobody can read who wrote it, what holds the author's id.
   *
   * @param nativeId the author's id on its network
   */
  public void forget(String nativeId) {
    collection.deleteMany(Filters.eq("author", nativeId));
    collection.deleteMany(
        Filters.and(
            Filters.eq("author", null),
            Filters.regex("raw", Pattern.quote("\"" + nativeId + "\""))));
  }

  /**
   * Forgets the words of what was parked before; that it was, and why, stays.
   *
   * @return of how many
   */
  public long forgetWords(Instant before) {
    return collection
        .updateMany(
            Filters.and(Filters.lt("at", Date.from(before)), Filters.ne("raw", FORGOTTEN)),
            Updates.set("raw", FORGOTTEN))
        .getModifiedCount();
  }

  /** The same for one source, which may keep words for less long. */
  public void forgetWords(String source, Instant before) {
    collection.updateMany(
        Filters.and(
            Filters.eq("source", source),
            Filters.lt("at", Date.from(before)),
            Filters.ne("raw", FORGOTTEN)),
        Updates.set("raw", FORGOTTEN));
  }

  public long count() {
    return collection.estimatedDocumentCount();
  }

  /** The latest, newest first; 200 at most. */
  public List<ParkedPost> latest() {
    List<ParkedPost> latest = new ArrayList<>();
    for (Document d : collection.find().sort(Sorts.descending("at")).limit(SHOWN)) {
      latest.add(
          new ParkedPost(
              d.getString("_id"),
              d.getString("source"),
              d.getString("raw"),
              d.getString("reason"),
              d.getDate("at").toInstant()));
    }
    return latest;
  }
}
