package dev.frontline.routing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Answers by our own accounts that were heard before the post that they answer: kept until that
 * post has a case. {@code early_answers} holds each by its own id, {@code early_answers_by_post}
 * which of them a post has, for the embedded store finds by nothing but ids quickly.
 */
public final class EarlyAnswers {

  private static final String ANSWERS = "answers";

  private final MongoCollection<Document> said;
  private final MongoCollection<Document> byPost;

  public EarlyAnswers(MongoDatabase database) {
    said = database.getCollection("early_answers");
    byPost = database.getCollection("early_answers_by_post");
  }

  /** Keeps them, each for the post that it answers; one kept before is replaced. */
  public void keep(Collection<MentionClassified> answers, Instant now) {
    for (MentionClassified answer : answers) {
      String id = answer.mentionId();
      said.replaceOne(
          Filters.eq("_id", id),
          new Document("_id", id).append("said", written(answer)).append("at", Date.from(now)),
          new ReplaceOptions().upsert(true));
      byPost.updateOne(
          Filters.eq("_id", answer.mention().inReplyTo()),
          Updates.combine(Updates.addToSet(ANSWERS, id), Updates.set("at", Date.from(now))),
          new UpdateOptions().upsert(true));
    }
  }

  /** What was said below these posts before they were heard, by the post's id. */
  public Map<String, List<MentionClassified>> below(Collection<String> posts) {
    Map<String, List<String>> ids = new HashMap<>();
    if (!posts.isEmpty()) {
      for (Document d : byPost.find(Filters.in("_id", posts))) {
        ids.put(d.getString("_id"), d.getList(ANSWERS, String.class, List.of()));
      }
    }
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, MentionClassified> kept = new HashMap<>();
    for (Document d :
        said.find(Filters.in("_id", ids.values().stream().flatMap(List::stream).toList()))) {
      kept.put(d.getString("_id"), read(d.getString("said")));
    }
    Map<String, List<MentionClassified>> below = new HashMap<>();
    ids.forEach(
        (post, answers) -> {
          List<MentionClassified> found = new ArrayList<>();
          answers.stream().filter(kept::containsKey).map(kept::get).forEach(found::add);
          below.put(post, List.copyOf(found));
        });
    return below;
  }

  /** These posts have their answers now. */
  public void settled(Map<String, List<MentionClassified>> below) {
    if (!below.isEmpty()) {
      gone(below.values().stream().flatMap(List::stream).map(e -> e.mentionId()).toList());
      byPost.deleteMany(Filters.in("_id", below.keySet()));
    }
  }

  /** These answers are gone from their network, or may be kept no longer. */
  public void gone(Collection<String> answers) {
    if (!answers.isEmpty()) {
      said.deleteMany(Filters.in("_id", answers));
    }
  }

  /** Forgets those whose post did not come since before; scans. */
  public long forget(Instant before) {
    byPost.deleteMany(Filters.lt("at", Date.from(before)));
    return said.deleteMany(Filters.lt("at", Date.from(before))).getDeletedCount();
  }

  private static String written(MentionClassified answer) {
    try {
      return Json.MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
  }

  private static MentionClassified read(String written) {
    try {
      return Json.MAPPER.readValue(written, MentionClassified.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that was kept cannot be read", e);
    }
  }
}
