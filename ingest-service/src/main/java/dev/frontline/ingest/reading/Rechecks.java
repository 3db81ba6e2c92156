package dev.frontline.ingest.reading;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.frontline.kit.store.InsertFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Posts that are looked up again: {@code rechecks} in the database, one document a post. */
@ApplicationScoped
public class Rechecks {

  private static final String SOURCE = "source";
  private static final String CREATED = "createdAt";
  private static final String DUE = "dueAt";
  private static final Duration SOONEST = Duration.ofHours(1);

  private final MongoCollection<Document> collection;

  @Inject
  public Rechecks(MongoDatabase database) {
    collection = database.getCollection("rechecks");
  }

  /** A post and when it was made. */
  record Entry(String id, Instant createdAt) {}

  /** Begins to watch posts, by when they were made; those that are watched stay as they are. */
  void watch(String source, Map<String, Instant> posts, Instant now, Duration longest) {
    Map<String, Instant> fresh = new HashMap<>(posts);
    there(posts.keySet()).forEach(fresh::remove);
    List<Document> documents = new ArrayList<>();
    fresh.forEach(
        (id, created) ->
            documents.add(
                new Document("_id", id)
                    .append(SOURCE, source)
                    .append(CREATED, Date.from(created))
                    .append(DUE, Date.from(due(created, now, longest)))));
    InsertFirst.write(collection, documents, d -> due(d.getString("_id"), d.getDate(DUE)));
  }

  /** Those of a source that are to be looked up by now, most overdue first. */
  List<Entry> due(String source, Instant now, int most) {
    List<Entry> entries = new ArrayList<>();
    for (Document d :
        collection
            .find(Filters.and(Filters.eq(SOURCE, source), Filters.lte(DUE, Date.from(now))))
            .sort(Sorts.ascending(DUE))
            .limit(most)) {
      entries.add(new Entry(d.getString("_id"), d.getDate(CREATED).toInstant()));
    }
    return entries;
  }

  /** They are still there. */
  void seen(Collection<Entry> entries, Instant now, Duration longest) {
    List<UpdateOneModel<Document>> updates = new ArrayList<>();
    for (Entry one : entries) {
      updates.add(due(one.id(), Date.from(due(one.createdAt(), now, longest))));
    }
    if (!updates.isEmpty()) {
      collection.bulkWrite(updates);
    }
  }

  /** They are watched no longer. */
  void drop(Collection<String> ids) {
    if (!ids.isEmpty()) {
      collection.deleteMany(Filters.in("_id", ids));
    }
  }

  /** Watches no longer what was made before. */
  public long forget(Instant before) {
    return collection.deleteMany(Filters.lt(CREATED, Date.from(before))).getDeletedCount();
  }

  /** As long from now as it is old: a post is looked up some twenty times in half a year. */
  static Instant due(Instant created, Instant now, Duration longest) {
    Duration age = Duration.between(created, now);
    Duration wait = age.compareTo(SOONEST) < 0 ? SOONEST : age;
    return now.plus(wait.compareTo(longest) > 0 ? longest : wait);
  }

  private Set<String> there(Collection<String> ids) {
    Set<String> there = new HashSet<>();
    if (!ids.isEmpty()) {
      collection.find(Filters.in("_id", ids)).forEach(d -> there.add(d.getString("_id")));
    }
    return there;
  }

  private static UpdateOneModel<Document> due(String id, Date at) {
    return new UpdateOneModel<>(Filters.eq("_id", id), Updates.set(DUE, at));
  }
}
