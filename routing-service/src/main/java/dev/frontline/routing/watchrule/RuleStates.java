package dev.frontline.routing.watchrule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The collection {@code watch_firings}: when each rule last spoke about each brand. Written by
 * whoever reads the brand's counts, before their offsets are committed.
 */
public final class RuleStates {

  private final MongoCollection<Document> collection;

  public RuleStates(MongoDatabase database) {
    collection = database.getCollection("watch_firings");
  }

  RuleState read(String rule, String brand) {
    Document found = collection.find(Filters.eq("_id", id(rule, brand))).first();
    return found == null ? RuleState.NONE : state(found);
  }

  void write(String rule, String brand, RuleState state) {
    try {
      collection.replaceOne(
          Filters.eq("_id", id(rule, brand)),
          new Document("_id", id(rule, brand))
              .append("rule", rule)
              .append("state", Json.MAPPER.writeValueAsString(state)),
          new ReplaceOptions().upsert(true));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state is always JSON", e);
    }
  }

  /** What each rule told, over all brands, latest first. */
  Map<String, List<RuleState.Firing>> firings() {
    Map<String, List<RuleState.Firing>> firings = new HashMap<>();
    for (Document document : collection.find()) {
      firings
          .computeIfAbsent(document.getString("rule"), r -> new ArrayList<>())
          .addAll(state(document).firings());
    }
    firings.values().forEach(f -> f.sort(Comparator.comparing(RuleState.Firing::at).reversed()));
    return firings;
  }

  void forget(String rule) {
    collection.deleteMany(Filters.eq("rule", rule));
  }

  private static String id(String rule, String brand) {
    return rule + "@" + brand;
  }

  private static RuleState state(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("state"), RuleState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored state cannot be read: " + e.getMessage(), e);
    }
  }
}
