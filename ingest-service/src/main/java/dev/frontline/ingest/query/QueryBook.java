package dev.frontline.ingest.query;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.frontline.contracts.mention.Match;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;

/** {@code queries} in the database, and a count of all changes by which instances see them. */
@ApplicationScoped
class QueryBook {

  private static final String CHANGES = "changes";
  private static final String REMOVED = "removed:";

  private final MongoCollection<Document> queries;
  private final MongoCollection<Document> state;

  @Inject
  QueryBook(MongoDatabase database) {
    queries = database.getCollection("queries");
    state = database.getCollection("query_state");
  }

  /** Once, at start. */
  void prepare() {
    queries.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  List<StoredQuery> all() {
    List<StoredQuery> all = new ArrayList<>();
    queries.find().forEach(d -> all.add(read(d)));
    all.sort((a, b) -> a.id().compareTo(b.id()));
    return all;
  }

  Optional<StoredQuery> find(String id) {
    return Optional.ofNullable(queries.find(Filters.eq("_id", id)).first()).map(QueryBook::read);
  }

  /** How often anything changed. */
  long changes() {
    Document document = state.find(Filters.eq("_id", CHANGES)).first();
    return document == null ? 0 : document.get("count", Number.class).longValue();
  }

  /**
   * @return false where one of that id is there
   */
  boolean add(StoredQuery query) {
    try {
      queries.insertOne(document(query));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
    changed();
    return true;
  }

  /**
   * @return false where it was changed since that version, or is gone
   */
  boolean replace(StoredQuery query, long was) {
    boolean there =
        queries
                .replaceOne(
                    Filters.and(Filters.eq("_id", query.id()), Filters.eq("version", was)),
                    document(query))
                .getMatchedCount()
            == 1;
    if (there) {
      changed();
    }
    return there;
  }

  /** Forgets it; one of the company file does not come back with the next start. */
  boolean remove(String id) {
    boolean there = queries.deleteOne(Filters.eq("_id", id)).getDeletedCount() == 1;
    if (there) {
      state.replaceOne(
          Filters.eq("_id", REMOVED + id),
          new Document("_id", REMOVED + id),
          new ReplaceOptions().upsert(true));
      changed();
    }
    return there;
  }

  /** Whether a person removed it. */
  boolean wasRemoved(String id) {
    return state.find(Filters.eq("_id", REMOVED + id)).first() != null;
  }

  private void changed() {
    state.updateOne(
        Filters.eq("_id", CHANGES), Updates.inc("count", 1L), new UpdateOptions().upsert(true));
  }

  private static Document document(StoredQuery query) {
    return new Document("_id", query.id())
        .append("kind", query.kind().name().toLowerCase(Locale.ROOT))
        .append("name", query.name())
        .append("text", query.text())
        .append("file", query.file())
        .append("version", query.version())
        .append("by", query.by())
        .append("at", Date.from(query.at()));
  }

  private static StoredQuery read(Document d) {
    return new StoredQuery(
        d.getString("_id"),
        Match.Kind.valueOf(d.getString("kind").toUpperCase(Locale.ROOT)),
        d.getString("name"),
        d.getString("text"),
        Boolean.TRUE.equals(d.getBoolean("file")),
        d.get("version", Number.class).longValue(),
        d.getString("by"),
        d.getDate("at").toInstant());
  }
}
