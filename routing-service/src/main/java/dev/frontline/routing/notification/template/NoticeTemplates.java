package dev.frontline.routing.notification.template;

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
import dev.frontline.routing.notification.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * The collection {@code notice_templates}: one document a kind that somebody put in other words.
 */
public final class NoticeTemplates {

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private final MongoCollection<Document> collection;
  private final Clock clock;
  private Map<NoticeKind, NoticeTemplate> known = Map.of();
  private Instant readAt = Instant.EPOCH;

  public NoticeTemplates(MongoDatabase database, Clock clock) {
    collection = database.getCollection("notice_templates");
    this.clock = clock;
  }

  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  /** The one that holds, at most five seconds old; empty where the kind reads as shipped. */
  public synchronized Optional<NoticeTemplate> of(NoticeKind kind) {
    Instant now = clock.instant();
    if (readAt.plus(GOOD_FOR).isBefore(now)) {
      Map<NoticeKind, NoticeTemplate> all = new EnumMap<>(NoticeKind.class);
      for (Document document : collection.find()) {
        NoticeTemplate template = template(document);
        if (!template.removed()) {
          all.put(template.kind(), template);
        }
      }
      known = all;
      readAt = now;
    }
    return Optional.ofNullable(known.get(kind));
  }

  /** What stands in the store now, marks of removal included. */
  public Optional<NoticeTemplate> find(NoticeKind kind) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", kind.word())).first())
        .map(NoticeTemplates::template);
  }

  /**
   * Puts the next version.
   *
   * @return false where somebody else was faster: nothing is written
   */
  public synchronized boolean write(NoticeTemplate next) {
    try {
      collection.replaceOne(
          new Document("_id", next.kind().word()).append("version", next.version() - 1),
          new Document("_id", next.kind().word())
              .append("version", next.version())
              .append("template", Json.MAPPER.writeValueAsString(next)),
          new ReplaceOptions().upsert(true));
      readAt = Instant.EPOCH;
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template is always JSON", e);
    }
  }

  private static NoticeTemplate template(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("template"), NoticeTemplate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored template cannot be read: " + e.getMessage(), e);
    }
  }
}
