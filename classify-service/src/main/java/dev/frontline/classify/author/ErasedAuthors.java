package dev.frontline.classify.author;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** The authors whose posts are never judged again, as hashes of their ids. */
@ApplicationScoped
public class ErasedAuthors {

  private final MongoCollection<Document> erased;

  @Inject
  ErasedAuthors(MongoClient store) {
    this.erased = store.getDatabase("classify").getCollection("erased");
  }

  /** The hash by which a post's author is known once forgotten. */
  public static String hash(Mention mention) {
    return MentionKey.hash(mention.network() + ":" + mention.author().id());
  }

  /** Ids of those of the posts whose author was erased. */
  public Set<String> among(Collection<Mention> mentions) {
    Map<String, List<String>> postsOf = new HashMap<>();
    for (Mention mention : mentions) {
      postsOf.computeIfAbsent(hash(mention), author -> new ArrayList<>()).add(mention.id());
    }
    if (postsOf.isEmpty()) {
      return Set.of();
    }
    Set<String> theirs = new HashSet<>();
    for (Document document : erased.find(Filters.in("_id", postsOf.keySet()))) {
      theirs.addAll(postsOf.getOrDefault(document.getString("_id"), List.of()));
    }
    return theirs;
  }

  /** Whether the post's author was erased. */
  public boolean has(Mention mention) {
    return !among(List.of(mention)).isEmpty();
  }

  /** Remembers an author as erased; again changes nothing. */
  public void add(String hash, Instant at) {
    erased.replaceOne(
        Filters.eq("_id", hash),
        new Document("_id", hash).append("at", at.toString()),
        new ReplaceOptions().upsert(true));
  }
}
