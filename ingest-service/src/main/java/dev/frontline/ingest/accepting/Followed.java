package dev.frontline.ingest.accepting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Match;
import dev.frontline.kit.store.InsertFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Posts whose answers are heard whatever they say: those by our own accounts, those that we
 * answered, and our answers. {@code followed} in the database.
 */
@ApplicationScoped
public class Followed {

  private final MongoCollection<Document> collection;
  private final Published published;

  @Inject
  public Followed(MongoDatabase database, Published published) {
    this.collection = database.getCollection("followed");
    this.published = published;
  }

  /**
   * A conversation that is followed.
   *
   * @param matched what its post was heard for
   */
  public record Thread(String conversationId, List<Match> matched) {}

  /** Those of the posts that are followed, by mention id. */
  Map<String, Thread> among(Collection<String> ids) {
    Map<String, Thread> found = new HashMap<>();
    if (!ids.isEmpty()) {
      for (Document d : collection.find(Filters.in("_id", ids))) {
        found.put(
            d.getString("_id"),
            new Thread(d.getString("conversationId"), matched(d.getString("matched"))));
      }
    }
    return found;
  }

  void follow(Map<String, Thread> threads, Instant now) {
    List<Document> documents = new ArrayList<>();
    threads.forEach((id, thread) -> documents.add(document(id, thread, now)));
    write(documents);
  }

  /**
   * One of our own accounts answered these on their network, not from here: what is said below them
   * is heard from now on, and no further answer goes out unseen.
   *
   * @param posts what they were heard for, by mention id
   */
  void answeredThere(Map<String, Thread> posts, Instant now) {
    List<Document> documents = new ArrayList<>();
    posts.forEach(
        (id, thread) ->
            documents.add(document(id, thread, now).append("answeredThere", Date.from(now))));
    write(documents);
  }

  /** Whether our own account was heard to answer the post on its network after that moment. */
  public boolean wasAnsweredThere(String mentionId, Instant after) {
    Document post = collection.find(Filters.eq("_id", mentionId)).first();
    Date at = post == null ? null : post.getDate("answeredThere");
    return at != null && at.toInstant().isAfter(after);
  }

  private static Document document(String id, Thread thread, Instant now) {
    return new Document("_id", id)
        .append("conversationId", thread.conversationId())
        .append("matched", written(thread.matched()))
        .append("at", Date.from(now));
  }

  private void write(List<Document> documents) {
    InsertFirst.write(
        collection,
        documents,
        d ->
            new ReplaceOneModel<>(
                Filters.eq("_id", d.get("_id")), d, new ReplaceOptions().upsert(true)));
  }

  /**
   * From now on what is said below the post and below our answer is heard.
   *
   * @param answer mention id of our answer
   */
  public void answered(String mentionId, String answer, String conversationId, Instant now) {
    Known post = published.find(List.of(mentionId)).get(mentionId);
    List<Match> matched = post == null ? List.of() : post.matched();
    Thread thread = new Thread(post == null ? conversationId : post.conversationId(), matched);
    follow(Map.of(mentionId, thread, answer, thread), now);
  }

  /** Forgets those followed since before. */
  public long forget(Instant before) {
    return collection.deleteMany(Filters.lt("at", Date.from(before))).getDeletedCount();
  }

  private static String written(List<Match> matched) {
    try {
      return Json.MAPPER.writeValueAsString(matched);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a match is always JSON", e);
    }
  }

  private static List<Match> matched(@Nullable String written) {
    try {
      return written == null ? List.of() : List.of(Json.MAPPER.readValue(written, Match[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored can be read", e);
    }
  }
}
