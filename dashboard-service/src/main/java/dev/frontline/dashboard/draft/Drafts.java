package dev.frontline.dashboard.draft;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.bson.Document;

/** Answers not sent yet: {@code {_id: "person case", text, at}}; they survive a closed browser. */
@ApplicationScoped
public class Drafts {

  /** As long as an answer may be. */
  public static final int LONGEST = 5_000;

  private final MongoCollection<Document> drafts;

  @Inject
  Drafts(MongoDatabase database) {
    this.drafts = database.getCollection("drafts");
  }

  /** The text, empty where there is none. */
  public String find(String user, String caseId) {
    Document document = drafts.find(eq("_id", user + " " + caseId)).first();
    return document == null ? "" : document.getString("text");
  }

  /** An empty text removes the draft. */
  public void keep(String user, String caseId, String text, Instant at) {
    String id = user + " " + caseId;
    if (text.isBlank()) {
      drafts.deleteOne(eq("_id", id));
    } else {
      drafts.replaceOne(
          eq("_id", id),
          new Document("_id", id).append("text", text).append("at", at.toString()),
          new ReplaceOptions().upsert(true));
    }
  }
}
