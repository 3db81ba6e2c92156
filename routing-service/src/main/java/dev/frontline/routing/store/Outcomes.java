package dev.frontline.routing.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.kit.store.InsertFirst;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The collection {@code mention_outcomes}: one document a mention, by its id. */
public final class Outcomes {

  private final MongoCollection<Document> collection;

  public Outcomes(MongoDatabase database) {
    collection = database.getCollection("mention_outcomes");
  }

  public Map<String, MentionOutcome> read(Collection<String> mentionIds) {
    Map<String, MentionOutcome> found = new HashMap<>();
    if (!mentionIds.isEmpty()) {
      for (Document d : collection.find(Filters.in("_id", mentionIds))) {
        MentionOutcome outcome = MentionOutcome.from(d);
        found.put(outcome.id(), outcome);
      }
    }
    return found;
  }

  public Optional<MentionOutcome> read(String mentionId) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", mentionId)).first())
        .map(MentionOutcome::from);
  }

  /** Puts all, replacing what was known of the same mentions. */
  public void write(Collection<MentionOutcome> outcomes) {
    if (!outcomes.isEmpty()) {
      collection.bulkWrite(
          outcomes.stream().map(MentionOutcome::document).map(Outcomes::replacement).toList(),
          new BulkWriteOptions().ordered(false));
    }
  }

  /** Puts outcomes of mentions that had none a moment ago; replaces what came in between. */
  public void add(Collection<MentionOutcome> outcomes) {
    InsertFirst.write(
        collection,
        outcomes.stream().map(MentionOutcome::document).toList(),
        Outcomes::replacement);
  }

  /** How many mentions ended where; every outcome is named. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      counts.put(MentionOutcome.word(outcome), 0L);
    }
    for (Document d :
        collection.aggregate(List.of(Aggregates.group("$outcome", Accumulators.sum("n", 1L))))) {
      counts.put(d.getString("_id"), ((Number) d.get("n")).longValue());
    }
    return counts;
  }

  /** Mentions of an author that were not withdrawn; scans. */
  public List<MentionOutcome> of(String author) {
    return collection
        .find(
            Filters.and(
                Filters.eq("author", author),
                Filters.ne("outcome", MentionOutcome.word(Outcome.WITHDRAWN))))
        .map(MentionOutcome::from)
        .into(new java.util.ArrayList<>());
  }

  private static WriteModel<Document> replacement(Document document) {
    return new ReplaceOneModel<>(
        Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }
}
