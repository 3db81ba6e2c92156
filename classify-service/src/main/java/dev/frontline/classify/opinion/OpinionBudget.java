package dev.frontline.classify.opinion;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;

/** How many questions were asked today (UTC), of all instances together. */
@ApplicationScoped
public class OpinionBudget {

  private final MongoCollection<Document> days;

  @Inject
  OpinionBudget(MongoClient store) {
    this.days = store.getDatabase("classify").getCollection("opinions");
  }

  /** Takes one question; false where the day's are used up. */
  boolean take(int daily, Instant now) {
    String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
    Document after =
        days.findOneAndUpdate(
            Filters.eq("_id", day),
            Updates.inc("asked", 1),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return after != null && after.getInteger("asked") <= daily;
  }
}
