package dev.frontline.routing.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.mention.MentionKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Authors who are to be forgotten, kept as hashes only, so that later posts are dropped. */
public final class ErasedAuthors {

  private final MongoCollection<Document> collection;

  public ErasedAuthors(MongoDatabase database) {
    collection = database.getCollection("erased_authors");
  }

  /**
   * @param author {@code network:author id}
   */
  public void add(String author, Instant at) {
    String hash = MentionKey.hash(author);
    collection.replaceOne(
        Filters.eq("_id", hash),
        new Document("_id", hash).append("at", Date.from(at)),
        new ReplaceOptions().upsert(true));
  }

  /** Those of the given authors who are erased. */
  public Set<String> among(Collection<String> authors) {
    Map<String, String> byHash = new HashMap<>();
    authors.forEach(a -> byHash.put(MentionKey.hash(a), a));
    Set<String> erased = new HashSet<>();
    if (!byHash.isEmpty()) {
      for (Document d : collection.find(Filters.in("_id", byHash.keySet()))) {
        erased.add(byHash.get(d.getString("_id")));
      }
    }
    return erased;
  }
}
