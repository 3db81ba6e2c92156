package dev.frontline.ingest.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Every answer's id, stored before the network is called, with what became of it after. */
@ApplicationScoped
public class SentReplies {

  private final MongoCollection<Document> collection;

  @Inject
  public SentReplies(MongoDatabase database) {
    collection = database.getCollection("replies_sent");
  }

  Optional<SentReply> find(String replyId) {
    Document document = collection.find(Filters.eq("_id", replyId)).first();
    return document == null ? Optional.empty() : Optional.of(read(document));
  }

  void begin(String replyId, Instant now) {
    put(new Document("_id", replyId).append("state", "sending").append("at", Date.from(now)));
  }

  void settle(ReplyOutcomeEvent outcome) {
    try {
      put(
          new Document("_id", outcome.replyId())
              .append("state", "settled")
              .append("at", Date.from(outcome.at()))
              .append("type", EventFamily.REPLIES_DELIVERED.nameOf(outcome))
              .append("outcome", Json.MAPPER.writeValueAsString(outcome)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outcome is always JSON", e);
    }
  }

  /**
   * Forgets those from before; their requests left the topic long ago.
   *
   * @return how many
   */
  public long forget(Instant before) {
    return collection.deleteMany(Filters.lt("at", Date.from(before))).getDeletedCount();
  }

  private void put(Document document) {
    collection.replaceOne(
        Filters.eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
  }

  private static SentReply read(Document document) {
    String type = document.getString("type");
    if (type == null) {
      return new SentReply(document.getString("_id"), Optional.empty());
    }
    try {
      ReplyOutcomeEvent outcome =
          Json.MAPPER.readValue(
              document.getString("outcome"),
              EventFamily.REPLIES_DELIVERED.named(type).orElseThrow().record());
      return new SentReply(document.getString("_id"), Optional.of(outcome));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored can be read", e);
    }
  }
}
