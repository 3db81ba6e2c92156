package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.mention.MentionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * The collection {@code erased_authors}: {@code {_id: hash, at}}, the authors whose posts are not
 * kept, known by the hashes of their ids only.
 */
@ApplicationScoped
public class ErasedAuthors {

  private final MongoCollection<Document> erased;

  @Inject
  ErasedAuthors(MongoDatabase database) {
    this.erased = database.getCollection("erased_authors");
  }

  /**
   * Remembers an author as erased; again changes nothing.
   *
   * @param author {@code network:author id}
   */
  void add(String author, Instant at) {
    String hash = MentionKey.hash(author);
    erased.replaceOne(
        eq("_id", hash),
        new Document("_id", hash).append("at", at.toString()),
        new ReplaceOptions().upsert(true));
  }

  /** Those of the given authors who are erased. */
  Set<String> among(Collection<String> authors) {
    Map<String, String> byHash = new HashMap<>();
    authors.forEach(author -> byHash.put(MentionKey.hash(author), author));
    Set<String> theirs = new HashSet<>();
    if (!byHash.isEmpty()) {
      erased
          .find(in("_id", byHash.keySet()))
          .forEach(d -> theirs.add(byHash.get(d.getString("_id"))));
    }
    return theirs;
  }
}
