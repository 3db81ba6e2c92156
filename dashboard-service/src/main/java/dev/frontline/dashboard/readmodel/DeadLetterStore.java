package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.dashboard.readmodel.DeadLetter.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code dead_letters}: {@code {_id, ref, at, flow, state, letter, value, headers}}.
 */
@ApplicationScoped
public class DeadLetterStore {

  private static final String WAITING = State.WAITING.name();

  private final MongoCollection<Document> letters;

  @Inject
  DeadLetterStore(MongoDatabase database) {
    this.letters = database.getCollection("dead_letters");
  }

  /** Keeps each once: one that is read again stays as people decided meanwhile. */
  void write(List<WholeLetter> batch) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (WholeLetter whole : batch) {
      DeadLetter letter = whole.letter();
      Bson once =
          combine(
              setOnInsert("ref", letter.ref()),
              setOnInsert("at", letter.at().toString()),
              setOnInsert("flow", endsAMention(letter)),
              setOnInsert("state", letter.state().name()),
              setOnInsert("letter", Stored.write(letter)),
              setOnInsert("value", whole.value() == null ? null : new Binary(whole.value())),
              setOnInsert("headers", Stored.write(whole.headers())));
      writes.add(
          new UpdateOneModel<>(eq("_id", letter.id()), once, new UpdateOptions().upsert(true)));
    }
    if (!writes.isEmpty()) {
      letters.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  /** How many mentions ended as dead letters on their way to a case; one sent again has not. */
  public long ended() {
    return letters.countDocuments(and(eq("flow", true), ne("state", State.REPLAYED.name())));
  }

  /** Those that nobody has decided about, newest first. */
  public List<DeadLetter> waiting(int count) {
    List<DeadLetter> waiting = new ArrayList<>();
    for (Document document :
        letters.find(eq("state", WAITING)).sort(Sorts.descending("at")).limit(count)) {
      waiting.add(letter(document));
    }
    return waiting;
  }

  /** How many those are. */
  public long countWaiting() {
    return letters.countDocuments(eq("state", WAITING));
  }

  /** One with its value. */
  public Optional<WholeLetter> find(String ref) {
    return Optional.ofNullable(letters.find(eq("ref", ref)).first()).map(DeadLetterStore::whole);
  }

  /** Notes what was decided; false where somebody else had decided. */
  public boolean decide(DeadLetter letter, State state, String by) {
    return letters
            .updateOne(
                and(eq("_id", letter.id()), eq("state", WAITING)),
                combine(
                    set("state", state.name()),
                    set("letter", Stored.write(letter.decided(state, by)))))
            .getModifiedCount()
        == 1;
  }

  /** Forgets what was said in letters that hold something of an author. */
  void forgetAuthor(String authorId) {
    String named = "\"" + authorId.substring(authorId.indexOf(':') + 1) + "\"";
    for (Document document : letters.find(ne("value", null))) {
      byte[] value = document.get("value", Binary.class).getData();
      if (new String(value, StandardCharsets.UTF_8).contains(named)) {
        forget(document);
      }
    }
  }

  /** Forgets what was said in letters from before; that they were there, and why, stays. */
  void forgetWords(Instant before) {
    for (Document document : letters.find(and(ne("value", null), lt("at", before.toString())))) {
      forget(document);
    }
  }

  private void forget(Document document) {
    letters.updateOne(
        eq("_id", document.getString("_id")),
        combine(set("value", null), set("letter", Stored.write(letter(document).forgotten()))));
  }

  private static WholeLetter whole(Document document) {
    Binary value = document.get("value", Binary.class);
    Map<String, String> headers = new LinkedHashMap<>();
    Map<?, ?> stored = Stored.read(document.getString("headers"), Map.class);
    if (stored != null) {
      stored.forEach((name, text) -> headers.put(String.valueOf(name), String.valueOf(text)));
    }
    return new WholeLetter(letter(document), value == null ? null : value.getData(), headers);
  }

  private static DeadLetter letter(Document document) {
    @Nullable DeadLetter letter = Stored.read(document.getString("letter"), DeadLetter.class);
    if (letter == null) {
      throw new IllegalStateException("a dead letter without its letter: " + document.get("_id"));
    }
    return letter;
  }

  /** Only these two stand between a mention's acceptance and its end; others lose no mention. */
  private static boolean endsAMention(DeadLetter letter) {
    return (letter.topic().equals("mentions.ingested") && letter.group().equals("classify"))
        || (letter.topic().equals("mentions.classified") && letter.group().equals("routing"));
  }
}
