package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.dashboard.inbox.Folded;
import dev.frontline.kit.store.InsertFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code mentions}: {@code {_id: mention id, key (unique), author, mention,
 * classification, withdrawn, routed, words, outcome, at}}, the contract's records as JSON text.
 * Writes are in the order of their topic's partition, so the last one stands also when a batch is
 * handled again.
 */
@ApplicationScoped
public class MentionStore {

  private static final int SEARCHED = 1_000;
  private static final int LOOKED_AT = 10;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> mentions;

  @Inject
  MentionStore(MongoDatabase database) {
    this.mentions = database.getCollection("mentions");
    mentions.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
  }

  /** Writes all at once; each mention at most once among them. */
  void write(List<WriteModel<Document>> writes) {
    if (!writes.isEmpty()) {
      mentions.bulkWrite(writes, UNORDERED);
    }
  }

  /** Writes posts as they were judged first; each at most once among them. */
  void add(List<Document> judged) {
    InsertFirst.write(mentions, judged, MentionStore::judged);
  }

  /** What is kept of a post and its judgement, as a document of its own. */
  static Document document(Mention mention, Classification classification) {
    return new Document("_id", mention.id())
        .append("key", MentionKey.of(mention.id()))
        .append("author", mention.network() + ":" + mention.author().id())
        .append("mention", Stored.write(mention))
        .append("classification", Stored.write(classification))
        .append("words", words(mention))
        .append("at", mention.createdAt().toString())
        .append("withdrawn", false);
  }

  /** The same put over what is known of the post; where it ended stays. */
  static WriteModel<Document> judged(Document document) {
    Document fields = new Document(document);
    Object id = fields.remove("_id");
    return new UpdateOneModel<>(eq("_id", id), new Document("$set", fields), UPSERT);
  }

  static WriteModel<Document> withdrawn(String mentionId) {
    return upsert(
        mentionId,
        set("withdrawn", true),
        unset("mention"),
        unset("classification"),
        unset("words"),
        unset("author"));
  }

  static WriteModel<Document> routed(MentionRouted routed) {
    return upsert(
        routed.mentionId(),
        set("routed", Stored.write(routed)),
        set("outcome", routed.outcome().name().toLowerCase(Locale.ROOT)));
  }

  /** Forgets everything an author wrote. */
  void erase(String authorId) {
    mentions.updateMany(
        eq("author", authorId),
        combine(
            set("withdrawn", true),
            unset("mention"),
            unset("classification"),
            unset("words"),
            unset("author")));
  }

  /** By id ({@code network:native}) or by key ({@code network-hash}). */
  public Optional<StoredMention> find(String idOrKey) {
    Bson filter = idOrKey.contains(":") ? eq("_id", idOrKey) : eq("key", idOrKey);
    return Optional.ofNullable(mentions.find(filter).first()).map(MentionStore::read);
  }

  /**
   * Posts that ended so and say all the words, newest first. Reads the whole collection: meant for
   * a person who looks for something, not for lists that renew themselves.
   */
  public List<StoredMention> search(String outcome, String query, int count) {
    return search(outcome, query, count, posts -> posts);
  }

  /**
   * As above, those of them that the reader may see; looks at ten times as many posts at most.
   *
   * @param readable leaves of the posts those that the reader may see
   */
  public List<StoredMention> search(
      String outcome, String query, int count, UnaryOperator<List<StoredMention>> readable) {
    List<Bson> all = new ArrayList<>();
    all.add(eq("outcome", outcome));
    if (!outcome.equals("withdrawn")) {
      all.add(eq("withdrawn", false));
    }
    Folded.words(query).forEach(word -> all.add(regex("words", Pattern.quote(word))));
    List<StoredMention> found = new ArrayList<>();
    List<StoredMention> looked = new ArrayList<>();
    for (Document document :
        mentions.find(and(all)).sort(Sorts.descending("at")).limit(count * LOOKED_AT)) {
      looked.add(read(document));
      if (looked.size() == count) {
        found.addAll(readable.apply(List.copyOf(looked)));
        looked.clear();
        if (found.size() >= count) {
          break;
        }
      }
    }
    found.addAll(readable.apply(List.copyOf(looked)));
    return List.copyOf(found.subList(0, Math.min(count, found.size())));
  }

  private static String words(Mention mention) {
    String all = mention.author().shownName() + " " + mention.network() + " " + mention.text();
    return Folded.text(all.length() > SEARCHED ? all.substring(0, SEARCHED) : all);
  }

  private static WriteModel<Document> upsert(String id, Bson... changes) {
    Bson all = combine(combine(changes), set("key", MentionKey.of(id)));
    return new UpdateOneModel<>(eq("_id", id), all, UPSERT);
  }

  private static StoredMention read(Document document) {
    return new StoredMention(
        document.getString("_id"),
        document.getString("key"),
        Stored.read(document.getString("mention"), Mention.class),
        Stored.read(document.getString("classification"), Classification.class),
        document.getBoolean("withdrawn", false),
        Stored.read(document.getString("routed"), MentionRouted.class));
  }
}
