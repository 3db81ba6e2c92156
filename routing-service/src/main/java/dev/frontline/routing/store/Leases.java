package dev.frontline.routing.store;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Lets one instance at a time do a recurring job. */
public final class Leases {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> collection;
  private final String owner;

  /**
   * @param owner this instance's name, the same after a restart
   */
  public Leases(MongoDatabase database, String owner) {
    collection = database.getCollection("leases");
    this.owner = owner;
  }

  /** Whether the job is ours until then; ours again while we hold it. */
  public boolean claim(String job, Instant now, Duration length) {
    try {
      collection.findOneAndUpdate(
          Filters.and(
              Filters.eq("_id", job),
              Filters.or(Filters.eq("owner", owner), Filters.lt("until", Date.from(now)))),
          Updates.combine(
              Updates.set("owner", owner), Updates.set("until", Date.from(now.plus(length)))),
          new FindOneAndUpdateOptions().upsert(true));
      return true;
    } catch (MongoCommandException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    } catch (MongoWriteException e) {
      if (e.getError().getCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
