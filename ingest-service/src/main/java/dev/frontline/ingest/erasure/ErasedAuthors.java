package dev.frontline.ingest.erasure;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.mention.MentionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Who must stay forgotten, kept as hashes: {@code erased_authors} in the database. */
@ApplicationScoped
public class ErasedAuthors {

  private final MongoCollection<Document> collection;

  @Inject
  public ErasedAuthors(MongoDatabase database) {
    collection = database.getCollection("erased_authors");
  }

  /**
   * @param authors {@code network:id} each
   * @return those of them who asked to be forgotten
   */
  public Set<String> among(Collection<String> authors) {
    Map<String, String> byHash = new HashMap<>();
    authors.forEach(author -> byHash.put(MentionKey.hash(author), author));
    Set<String> erased = new HashSet<>();
    if (!byHash.isEmpty()) {
      collection
          .find(Filters.in("_id", byHash.keySet()))
          .forEach(document -> erased.add(byHash.get(document.getString("_id"))));
    }
    return erased;
  }

  void add(Collection<AuthorEvent> events) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (AuthorEvent event : events) {
      writes.add(
          new UpdateOneModel<>(
              Filters.eq("_id", MentionKey.hash(event.authorId())),
              Updates.setOnInsert("at", Date.from(event.at())),
              new UpdateOptions().upsert(true)));
    }
    collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }
}
