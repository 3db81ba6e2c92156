package dev.frontline.routing.notification.lane;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The collection {@code notice_sinks}: how each sink fares, as the last instance saw it. */
public final class SinkStates {

  private final MongoCollection<Document> collection;

  public SinkStates(MongoDatabase database) {
    collection = database.getCollection("notice_sinks");
  }

  public void put(SinkState state) {
    collection.replaceOne(
        Filters.eq("_id", state.sink()),
        new Document("_id", state.sink())
            .append("health", state.health().name())
            .append("why", state.why())
            .append("since", Date.from(state.since()))
            .append("nextTry", state.nextTry() == null ? null : Date.from(state.nextTry())),
        new ReplaceOptions().upsert(true));
  }

  /** By sink; none of those that were never spoken to. */
  public Map<String, SinkState> all() {
    Map<String, SinkState> states = new HashMap<>();
    for (Document d : collection.find()) {
      states.put(
          d.getString("_id"),
          new SinkState(
              d.getString("_id"),
              SinkState.Health.valueOf(d.getString("health")),
              d.getString("why"),
              d.getDate("since").toInstant(),
              instant(d.getDate("nextTry"))));
    }
    return states;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
