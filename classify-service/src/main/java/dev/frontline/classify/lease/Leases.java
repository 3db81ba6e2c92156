package dev.frontline.classify.lease;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/** Leases in the database: a job is done by the instance that holds its lease. */
@ApplicationScoped
public class Leases {

  private final MongoCollection<Document> leases;
  private final String owner = UUID.randomUUID().toString();

  @Inject
  Leases(MongoClient store) {
    this.leases = store.getDatabase("classify").getCollection("leases");
  }

  /** Takes or keeps the lease; false while another instance holds it. */
  public boolean take(String job, Instant now, Duration length) {
    Date until = Date.from(now.plus(length));
    try {
      long taken =
          leases
              .updateOne(
                  Filters.and(
                      Filters.eq("_id", job),
                      Filters.or(Filters.eq("owner", owner), Filters.lt("until", Date.from(now)))),
                  Updates.combine(Updates.set("owner", owner), Updates.set("until", until)))
              .getModifiedCount();
      if (taken == 0 && leases.find(Filters.eq("_id", job)).first() == null) {
        leases.insertOne(new Document("_id", job).append("owner", owner).append("until", until));
        return true;
      }
      return taken > 0;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Gives the lease back, where this instance holds it. */
  public void give(String job) {
    leases.deleteOne(Filters.and(Filters.eq("_id", job), Filters.eq("owner", owner)));
  }
}
