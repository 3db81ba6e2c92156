package dev.frontline.ingest.lease;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets one instance do a thing at a time; a lease that is not renewed falls to whoever asks. */
@ApplicationScoped
public class Leases {

  private static final String FENCE = "fence";

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
    return hold(thing, length, now).isPresent();
  }

  /** Takes or renews the lease; empty where another instance has it. */
  public Optional<Lease> hold(String thing, Duration length, Instant now) {
    Bson until = Updates.set("until", Date.from(now.plus(length)));
    Document mine =
        change(Filters.and(Filters.eq("_id", thing), Filters.eq("holder", holder)), until);
    if (mine == null) {
      mine =
          change(
              Filters.and(Filters.eq("_id", thing), Filters.lt("until", Date.from(now))),
              Updates.combine(Updates.set("holder", holder), until, Updates.inc(FENCE, 1L)));
    }
    return mine == null ? first(thing, length, now) : Optional.of(lease(mine));
  }

  private Optional<Lease> first(String thing, Duration length, Instant now) {
    Document mine =
        new Document("_id", thing)
            .append("holder", holder)
            .append("until", Date.from(now.plus(length)))
            .append(FENCE, 1L);
    try {
      collection.insertOne(mine);
      return Optional.of(lease(mine));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private @Nullable Document change(Bson which, Bson how) {
    return collection.findOneAndUpdate(
        which, how, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
  }

  private static Lease lease(Document document) {
    return new Lease(
        document.getString("_id"),
        document.get(FENCE) instanceof Number fence ? fence.longValue() : 0);
  }
}
