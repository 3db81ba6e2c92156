package dev.frontline.routing.timer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The collection {@code timers}: one document a timer. Whoever fires one claims it first: under its
 * id and the number of claims so far one instance wins, and has it for as long as the lease lasts.
 */
public final class Timers {

  private final MongoCollection<Document> collection;

  public Timers(MongoDatabase database) {
    collection = database.getCollection("timers");
  }

  /** The index without which every claim scans on the embedded store. */
  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "claims"), new IndexOptions().unique(true));
  }

  /**
   * A timer that is ours for a while.
   *
   * @param claims how often it was claimed, this time included
   */
  public record Claimed(Timer timer, long claims) {}

  /** Sets timers; one that stands already is moved, and whoever holds it no longer does. */
  public void set(Collection<Timer> timers) {
    for (Timer timer : timers) {
      collection.replaceOne(
          Filters.eq("_id", timer.id()),
          new Document("_id", timer.id())
              .append("claims", 0L)
              .append("kind", timer.kind())
              .append("subject", timer.subject())
              .append("at", Date.from(timer.at()))
              .append("free", Date.from(timer.at())),
          new ReplaceOptions().upsert(true));
    }
  }

  /** Takes timers away, whether or not they stand. */
  public void cancel(Collection<String> ids) {
    if (!ids.isEmpty()) {
      collection.deleteMany(Filters.in("_id", ids));
    }
  }

  /** Those that are due and that nobody holds; scans. */
  public List<Claimed> due(Instant now, int most) {
    return collection
        .find(Filters.lte("free", Date.from(now)))
        .limit(most)
        .map(d -> new Claimed(timer(d), ((Number) d.get("claims")).longValue()))
        .into(new ArrayList<>());
  }

  /** Makes it ours until the lease ends; empty where another was faster or it is gone. */
  public Optional<Claimed> claim(Claimed due, Instant now, Duration lease) {
    try {
      boolean ours =
          collection
                  .updateOne(
                      guard(due.timer().id(), due.claims()),
                      Updates.combine(
                          Updates.set("claims", due.claims() + 1),
                          Updates.set("free", Date.from(now.plus(lease)))))
                  .getModifiedCount()
              == 1;
      return ours ? Optional.of(new Claimed(due.timer(), due.claims() + 1)) : Optional.empty();
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** It was done; stays where it was set anew meanwhile. */
  public void done(Claimed claimed) {
    collection.deleteOne(guard(claimed.timer().id(), claimed.claims()));
  }

  /** Written out: inside an {@code $and} the embedded store would not use the index. */
  private static Document guard(String id, long claims) {
    return new Document("_id", id).append("claims", claims);
  }

  private static Timer timer(Document d) {
    return new Timer(
        d.getString("_id"),
        d.getString("kind"),
        d.getString("subject"),
        d.getDate("at").toInstant());
  }
}
