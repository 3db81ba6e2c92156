package dev.frontline.ingest.accepting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.store.InsertFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The index of every mention that was published: {@code published} in the service's database. The
 * native key follows from the id, so the id's own index keeps both unique; a second one would
 * double the price of a write.
 */
@ApplicationScoped
public class Published {

  private static final String DELETED = "deleted";
  private static final String LIVE = "live";
  private static final String TOMBSTONES = "tombstones";
  private static final Date NEVER_TOLD = new Date(0);

  private final MongoCollection<Document> collection;
  private final MongoCollection<Document> retired;

  @Inject
  public Published(MongoDatabase database) {
    collection = database.getCollection("published");
    retired = database.getCollection("retired");
  }

  /** Those of the ids that are known, by id. */
  public Map<String, Known> find(Collection<String> ids) {
    Map<String, Known> found = new HashMap<>();
    if (!ids.isEmpty()) {
      for (Document document : collection.find(Filters.in("_id", ids))) {
        found.put(document.getString("_id"), known(document));
      }
    }
    return found;
  }

  /**
   * Writes mentions that were not there a moment ago; one that somebody else wrote meanwhile is
   * replaced.
   */
  void add(List<Known> mentions) {
    InsertFirst.write(
        collection, mentions.stream().map(Published::document).toList(), Published::replacement);
  }

  /**
   * Writes over what is there. One by one, for each must tell what it replaced: where somebody else
   * remembered a deletion or a later edit meanwhile, theirs is put back.
   */
  public void replace(List<Known> mentions) {
    for (Known mention : mentions) {
      Document before =
          collection.findOneAndReplace(
              Filters.eq("_id", mention.id()),
              document(mention),
              new FindOneAndReplaceOptions().upsert(true));
      if (before != null && known(before).outlives(mention)) {
        collection.replaceOne(Filters.eq("_id", mention.id()), before);
      }
    }
  }

  /** How many mentions were ever published, those included whose tombstone is gone. */
  public long count() {
    Document gone = retired.find(Filters.eq("_id", TOMBSTONES)).first();
    return collection.estimatedDocumentCount() + (gone == null ? 0 : gone.getLong("count"));
  }

  /**
   * Forgets tombstones that were set before.
   *
   * @return how many
   */
  public long forgetTombstones(Instant before) {
    long gone =
        collection
            .deleteMany(
                Filters.and(
                    Filters.eq("state", DELETED), Filters.lt("deletedAt", Date.from(before))))
            .getDeletedCount();
    if (gone > 0) {
      retired.updateOne(
          Filters.eq("_id", TOMBSTONES),
          Updates.inc("count", gone),
          new UpdateOptions().upsert(true));
    }
    return gone;
  }

  private static WriteModel<Document> replacement(Document document) {
    return new ReplaceOneModel<>(
        Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  private static Document document(Known known) {
    Document document =
        new Document("_id", known.id())
            .append("nativeKey", MentionKey.of(known.id()))
            .append("conversationId", known.conversationId())
            .append("networkVersion", known.networkVersion());
    return known.deletedAt() == null
        ? document.append("state", LIVE).append("matched", written(known.matched()))
        : document.append("state", DELETED).append("deletedAt", Date.from(known.deletedAt()));
  }

  private static Known known(Document document) {
    return new Known(
        document.getString("_id"),
        document.getString("conversationId"),
        document.getLong("networkVersion"),
        DELETED.equals(document.getString("state"))
            ? document.get("deletedAt", NEVER_TOLD).toInstant()
            : null,
        matched(document.getString("matched")));
  }

  /** As one text: the store charges for every field. */
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
