package dev.frontline.routing.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code cases}: one document a case with its outbox, written only where its version
 * is still the one that was read.
 */
public final class Cases {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;

  public Cases(MongoDatabase database) {
    collection = database.getCollection("cases");
  }

  /** The index without which every guarded write scans on the embedded store. */
  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  public Map<String, CaseDocument> read(Collection<String> ids) {
    return ids.isEmpty() ? Map.of() : byId(collection.find(Filters.in("_id", ids)));
  }

  public Optional<CaseDocument> read(String id) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
        .map(CaseDocument::from);
  }

  /**
   * A write under guard.
   *
   * @param readVersion the version that was read, 0 where there was no such case
   */
  public record Guarded(CaseDocument document, long readVersion) {
    String id() {
      return document.state().id();
    }
  }

  /**
   * Writes all in one go.
   *
   * @return ids of the cases that somebody else wrote meanwhile: nothing of them is written
   */
  public Set<String> write(List<Guarded> writes, Instant now) {
    if (writes.isEmpty()) {
      return Set.of();
    }
    List<ReplaceOneModel<Document>> models =
        writes.stream()
            .map(
                w ->
                    new ReplaceOneModel<>(
                        guard(w.id(), w.readVersion()), w.document().document(now), UPSERT))
            .toList();
    try {
      collection.bulkWrite(models, UNORDERED);
      return Set.of();
    } catch (MongoBulkWriteException e) {
      Set<String> lost = new HashSet<>();
      for (BulkWriteError error : e.getWriteErrors()) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        lost.add(writes.get(error.getIndex()).id());
      }
      return lost;
    }
  }

  /** Notes that everything these versions tell is published; later versions keep their outbox. */
  public void clear(Collection<CaseDocument> told) {
    List<UpdateOneModel<Document>> models = new ArrayList<>();
    for (CaseDocument document : told) {
      models.add(
          new UpdateOneModel<>(
              guard(document.state().id(), document.state().version()),
              Updates.set("outbox", List.of())));
    }
    if (!models.isEmpty()) {
      collection.bulkWrite(models, UNORDERED);
    }
  }

  /** Cases last written before the moment that still have something to tell; scans. */
  public List<CaseDocument> untold(Instant writtenBefore, int most) {
    return documents(
        collection
            .find(
                Filters.and(
                    Filters.exists("outbox.0"), Filters.lt("writtenAt", Date.from(writtenBefore))))
            .limit(most));
  }

  /** Cases at which the clock must look by now; scans. */
  public List<CaseDocument> toWake(Instant now, int most) {
    return documents(collection.find(Filters.lte("wakeAt", Date.from(now))).limit(most));
  }

  /**
   * Queued cases of the departments with a clock that nobody owns, or one of those people; scans.
   */
  public List<CaseDocument> waiting(
      Collection<String> departments, Collection<String> owners, int most) {
    return documents(
        collection
            .find(
                Filters.and(
                    Filters.eq("status", "queued"),
                    Filters.in("department", departments),
                    Filters.ne("quiet", true),
                    Filters.or(Filters.eq("assignee", null), Filters.in("assignee", owners))))
            .limit(most));
  }

  /** Cases in hand by person: proposed or taken, not yet answered; scans. */
  public Map<String, Integer> load() {
    Map<String, Integer> load = new HashMap<>();
    for (Document d :
        collection.aggregate(
            List.of(
                Aggregates.match(
                    Filters.and(
                        Filters.in("status", "queued", "taken"), Filters.ne("assignee", null))),
                Aggregates.group("$assignee", Accumulators.sum("n", 1))))) {
      load.put(d.getString("_id"), ((Number) d.get("n")).intValue());
    }
    return load;
  }

  /** How many cases of the department are not resolved; scans. */
  public long open(String department) {
    return collection.countDocuments(
        Filters.and(Filters.eq("department", department), Filters.ne("status", "resolved")));
  }

  /** Ids of the author's cases; scans. */
  public List<String> idsOf(String author) {
    return collection
        .find(Filters.eq("author", author))
        .projection(Projections.include("_id"))
        .map(d -> d.getString("_id"))
        .into(new ArrayList<>());
  }

  /** Written out: inside an {@code $and} the embedded store would not use the index. */
  private static Bson guard(String id, long version) {
    return new Document("_id", id).append("version", version);
  }

  private static Map<String, CaseDocument> byId(FindIterable<Document> found) {
    Map<String, CaseDocument> cases = new HashMap<>();
    for (Document d : found) {
      CaseDocument document = CaseDocument.from(d);
      cases.put(document.state().id(), document);
    }
    return cases;
  }

  private static List<CaseDocument> documents(FindIterable<Document> found) {
    return found.map(CaseDocument::from).into(new ArrayList<>());
  }
}
