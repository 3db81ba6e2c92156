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
import java.util.Optional;
import org.bson.Document;

/** Every answer's id, stored before the network is called, with what became of it after. */
@ApplicationScoped
class SentReplies {

  private final MongoCollection<Document> collection;

  @Inject
  SentReplies(MongoDatabase database) {
    collection = database.getCollection("replies_sent");
  }

  Optional<SentReply> find(String replyId) {
    Document document = collection.find(Filters.eq("_id", replyId)).first();
    return document == null ? Optional.empty() : Optional.of(read(document));
  }

  void begin(String replyId) {
    put(new Document("_id", replyId).append("state", "sending"));
  }

  void settle(ReplyOutcomeEvent outcome) {
    try {
      put(
          new Document("_id", outcome.replyId())
              .append("state", "settled")
              .append("type", EventFamily.REPLIES_DELIVERED.nameOf(outcome))
              .append("outcome", Json.MAPPER.writeValueAsString(outcome)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outcome is always JSON", e);
    }
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
