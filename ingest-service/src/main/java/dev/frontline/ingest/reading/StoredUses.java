package dev.frontline.ingest.reading;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import dev.frontline.ingest.fetch.Uses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * What was used of daily quotas: {@code quotas} in the database, one document an hour of the last
 * two days, so that none of them has to be swept.
 */
@ApplicationScoped
public class StoredUses implements Uses {

  private static final Logger LOG = Logger.getLogger(StoredUses.class);
  private static final long HOURS = 48;

  private final MongoCollection<Document> collection;

  @Inject
  public StoredUses(MongoDatabase database) {
    collection = database.getCollection("quotas");
  }

  @Override
  public Map<Instant, Integer> since(String credential, Instant from) {
    Map<Instant, Integer> uses = new TreeMap<>();
    try {
      for (Document d : collection.find(Filters.eq("credential", name(credential)))) {
        Instant at = d.getDate("at").toInstant();
        if (at.isAfter(from)) {
          uses.merge(at, d.getInteger("units"), Integer::sum);
        }
      }
    } catch (MongoException e) {
      LOG.warnf("quotas begin anew fault=%s", e.getMessage());
    }
    return uses;
  }

  @Override
  public void used(String credential, Instant at, int units) {
    long hour = Duration.between(Instant.EPOCH, at).toHours();
    String id = name(credential) + "#" + hour % HOURS;
    try {
      boolean counted =
          collection
                  .updateOne(
                      Filters.and(Filters.eq("_id", id), Filters.eq("hour", hour)),
                      Updates.combine(
                          Updates.inc("units", units), Updates.set("at", Date.from(at))))
                  .getMatchedCount()
              == 1;
      if (!counted) {
        collection.replaceOne(
            Filters.eq("_id", id),
            new Document("_id", id)
                .append("credential", name(credential))
                .append("hour", hour)
                .append("at", Date.from(at))
                .append("units", units),
            new ReplaceOptions().upsert(true));
      }
    } catch (MongoException e) {
      LOG.warnf("a quota's use is not remembered fault=%s", e.getMessage());
    }
  }

  /** A credential's name holds a trace of its secret, which is not to be stored. */
  private static String name(String credential) {
    return UUID.nameUUIDFromBytes(credential.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
