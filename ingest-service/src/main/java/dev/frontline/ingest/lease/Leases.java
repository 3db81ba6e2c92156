package dev.frontline.ingest.lease;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets one instance do a thing at a time; a lease that is not renewed falls to whoever asks. */
@ApplicationScoped
public class Leases {

  private final MongoCollection<Document> collection;
  private final String holder;

  @Inject
  public Leases(
      MongoDatabase database, @ConfigProperty(name = "frontline.instance") String instance) {
    this.collection = database.getCollection("leases");
    this.holder = instance;
  }

  /** Whether this instance may do the thing now and for so long. */
  public boolean take(String thing, Duration length, Instant now) {
    Document mine =
        new Document("_id", thing)
            .append("holder", holder)
            .append("until", Date.from(now.plus(length)));
    try {
      UpdateResult result =
          collection.replaceOne(
              Filters.and(
                  Filters.eq("_id", thing),
                  Filters.or(Filters.eq("holder", holder), Filters.lt("until", Date.from(now)))),
              mine,
              new ReplaceOptions().upsert(true));
      return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
