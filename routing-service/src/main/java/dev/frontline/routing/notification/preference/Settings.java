package dev.frontline.routing.notification.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** The collection {@code notice_settings}: what people set for their notices, by person. */
public final class Settings {

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private final MongoCollection<Document> collection;
  private final Clock clock;
  private final Map<String, PersonSettings> known = new ConcurrentHashMap<>();
  private Instant readAt = Instant.EPOCH;

  public Settings(MongoDatabase database, Clock clock) {
    this.collection = database.getCollection("notice_settings");
    this.clock = clock;
  }

  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  /** What the person set, at most five seconds old; empty where nothing was. */
  public synchronized Optional<PersonSettings> of(String person) {
    Instant now = clock.instant();
    if (readAt.plus(GOOD_FOR).isBefore(now)) {
      known.clear();
      for (Document d : collection.find()) {
        PersonSettings settings = read(d);
        known.put(settings.person(), settings);
      }
      readAt = now;
    }
    return Optional.ofNullable(known.get(person));
  }

  /** What stands in the store now. */
  public PersonSettings current(String person) {
    Document found = collection.find(Filters.eq("_id", person)).first();
    return found == null ? PersonSettings.none(person) : read(found);
  }

  /**
   * Puts the next version.
   *
   * @return false where somebody else was faster
   */
  public synchronized boolean write(PersonSettings next) {
    try {
      Document document =
          new Document("_id", next.person())
              .append("version", next.version())
              .append("settings", Json.MAPPER.writeValueAsString(next));
      collection.replaceOne(
          new Document("_id", next.person()).append("version", next.version() - 1),
          document,
          new ReplaceOptions().upsert(true));
      readAt = Instant.EPOCH;
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings are always JSON", e);
    }
  }

  private static PersonSettings read(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("settings"), PersonSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored settings cannot be read: " + e.getMessage(), e);
    }
  }
}
