package dev.frontline.ingest.health;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.frontline.ingest.accepting.Heard.Brought;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How many posts each source brought in each hour of the last 14 days. */
@ApplicationScoped
class SourceHours {

  private static final int DAYS = 14;
  private static final Duration HOUR = Duration.ofHours(1);

  private final MongoCollection<Document> collection;

  @Inject
  SourceHours(MongoDatabase database) {
    collection = database.getCollection("source_hours");
  }

  /**
   * Posts of one source.
   *
   * @param usual on the average of this hour on earlier days; null where there was none
   */
  record Rate(long now, @Nullable Double usual) {}

  void add(Map<String, Brought> brought, Instant now) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    brought.forEach(
        (source, more) -> {
          if (more.posts() > 0) {
            writes.add(
                new UpdateOneModel<>(
                    Filters.eq("_id", id(source, now)),
                    Updates.combine(
                        Updates.inc("posts", more.posts()), Updates.set("at", Date.from(now))),
                    new UpdateOptions().upsert(true)));
          }
        });
    if (!writes.isEmpty()) {
      collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  /**
   * @param since when each source was first listened to: an hour without posts counts from then on
   */
  Map<String, Rate> rates(Map<String, Instant> since, Instant now) {
    List<String> ids = new ArrayList<>();
    for (String source : since.keySet()) {
      for (int day = 0; day <= DAYS; day++) {
        ids.add(id(source, now.minus(Duration.ofDays(day))));
      }
    }
    Map<String, Long> posts = new HashMap<>();
    for (Document d : collection.find(Filters.in("_id", ids))) {
      posts.put(d.getString("_id"), d.get("posts", Number.class).longValue());
    }
    Map<String, Rate> rates = new HashMap<>();
    since.forEach(
        (source, from) -> {
          long sum = 0;
          int days = 0;
          for (int day = 1; day <= DAYS; day++) {
            Instant then = now.minus(Duration.ofDays(day));
            if (then.isAfter(from)) {
              days++;
              sum += posts.getOrDefault(id(source, then), 0L);
            }
          }
          rates.put(
              source,
              new Rate(
                  posts.getOrDefault(id(source, now), 0L), days == 0 ? null : (double) sum / days));
        });
    return rates;
  }

  void forget(Instant now) {
    collection.deleteMany(Filters.lt("at", Date.from(now.minus(Duration.ofDays(DAYS + 1)))));
  }

  private static String id(String source, Instant at) {
    return source + "#" + at.getEpochSecond() / HOUR.toSeconds();
  }
}
