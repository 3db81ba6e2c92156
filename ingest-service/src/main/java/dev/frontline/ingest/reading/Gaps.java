package dev.frontline.ingest.reading;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.source.SourceEvent.GapRecorded;
import dev.frontline.ingest.source.Gap;
import dev.frontline.kit.kafka.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Where posts may be missing: {@code gaps} in the database, told on {@code sources.events}. */
@ApplicationScoped
public class Gaps {

  private static final int SHOWN = 10;

  private final MongoCollection<Document> collection;
  private final EventPublisher publisher;

  @Inject
  public Gaps(MongoDatabase database, EventPublisher publisher) {
    this.collection = database.getCollection("gaps");
    this.publisher = publisher;
  }

  /** The same gap again is the same gap. */
  void record(String source, List<Gap> gaps, Instant now) {
    for (Gap gap : gaps) {
      String id = source + "#" + gap.from().toEpochMilli() + "#" + gap.reason().hashCode();
      collection.replaceOne(
          Filters.eq("_id", id),
          new Document("_id", id)
              .append("source", source)
              .append("from", Date.from(gap.from()))
              .append("to", Date.from(gap.to()))
              .append("reason", gap.reason()),
          new ReplaceOptions().upsert(true));
      publisher.publish(
          List.of(
              EventCodec.toRecord(
                  TopicPlan.SOURCES,
                  source,
                  EventFamily.SOURCES,
                  Envelope.of(
                      "gap#" + id,
                      "/frontline/ingest",
                      now,
                      new GapRecorded(source, now, gap.from(), gap.to(), gap.reason())))));
    }
  }

  /** The latest of a source, newest first. */
  public List<Gap> of(String source) {
    List<Gap> gaps = new ArrayList<>();
    for (Document d :
        collection.find(Filters.eq("source", source)).sort(Sorts.descending("from")).limit(SHOWN)) {
      gaps.add(
          new Gap(
              d.getDate("from").toInstant(), d.getDate("to").toInstant(), d.getString("reason")));
    }
    return gaps;
  }

  /** Forgets those that ended before. */
  public long forget(Instant before) {
    return collection.deleteMany(Filters.lt("to", Date.from(before))).getDeletedCount();
  }
}
