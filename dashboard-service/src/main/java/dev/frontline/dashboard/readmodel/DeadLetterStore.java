package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The collection {@code dead_letters}: {@code {_id, at, flow, letter}}. */
@ApplicationScoped
public class DeadLetterStore {

  private final MongoCollection<Document> letters;

  @Inject
  DeadLetterStore(MongoDatabase database) {
    this.letters = database.getCollection("dead_letters");
  }

  void write(List<DeadLetter> batch) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (DeadLetter letter : batch) {
      Document document =
          new Document("_id", letter.id())
              .append("at", letter.at().toString())
              .append("flow", endsAMention(letter))
              .append("letter", Stored.write(letter));
      writes.add(
          new ReplaceOneModel<>(
              eq("_id", letter.id()), document, new ReplaceOptions().upsert(true)));
    }
    if (!writes.isEmpty()) {
      letters.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  /** How many mentions ended as dead letters on their way to a case. */
  public long ended() {
    return letters.countDocuments(eq("flow", true));
  }

  /** The latest ones, newest first. */
  public List<DeadLetter> latest(int count) {
    List<DeadLetter> latest = new ArrayList<>();
    for (Document document : letters.find().sort(Sorts.descending("at")).limit(count)) {
      DeadLetter letter = Stored.read(document.getString("letter"), DeadLetter.class);
      if (letter != null) {
        latest.add(letter);
      }
    }
    return latest;
  }

  /** Only these two stand between a mention's acceptance and its end; others lose no mention. */
  private static boolean endsAMention(DeadLetter letter) {
    return (letter.topic().equals("mentions.ingested") && letter.group().equals("classify"))
        || (letter.topic().equals("mentions.classified") && letter.group().equals("routing"));
  }
}
