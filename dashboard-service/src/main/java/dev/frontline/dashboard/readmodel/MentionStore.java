package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.dashboard.inbox.Folded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code mentions}: {@code {_id: mention id, key (unique), author, mention,
 * classification, networkVersion, withdrawn, routed, words, outcome, at}}, the contract's records
 * as JSON text. Of one network version the last word in the order of the topic's partition stands,
 * also when a batch is handled again; an older version never replaces a newer one.
 */
@ApplicationScoped
public class MentionStore {

  private static final int SEARCHED = 1_000;
  private static final int LOOKED_AT = 10;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final Bson WORDLESS =
      combine(unset("mention"), unset("classification"), unset("words"), unset("author"));

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

  /**
   * Writes posts as they were judged first, each at most once among them. Most are not there yet,
   * so nothing is read for those.
   */
  void add(List<Document> judged) {
    if (judged.isEmpty()) {
      return;
    }
    try {
      mentions.insertMany(judged, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      List<Document> there = new ArrayList<>();
      for (BulkWriteError error : e.getWriteErrors()) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        there.add(judged.get(error.getIndex()));
      }
      put(there);
    }
  }

  /**
   * Puts posts as they were judged or withdrawn over what is known of them, each at most once among
   * them; leaves out those of which more is known.
   */
  void put(List<Document> posts) {
    if (posts.isEmpty()) {
      return;
    }
    Map<String, Standing> known = new HashMap<>();
    mentions
        .find(in("_id", posts.stream().map(post -> post.getString("_id")).toList()))
        .projection(Projections.include("networkVersion", "withdrawn"))
        .forEach(d -> known.put(d.getString("_id"), Standing.of(d)));
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (Document post : posts) {
      Standing before = known.get(post.getString("_id"));
      if (before == null || before.yieldsTo(Standing.of(post))) {
        writes.add(over(post));
      }
    }
    write(writes);
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
        .append("networkVersion", mention.networkVersion())
        .append("withdrawn", false);
  }

  /** What is kept of a post that is gone, or that is nobody's to read. */
  static Document withdrawn(String mentionId, long networkVersion) {
    return new Document("_id", mentionId)
        .append("key", MentionKey.of(mentionId))
        .append("networkVersion", networkVersion)
        .append("withdrawn", true);
  }

  /** The same put over what is known of the post; where it ended stays. */
  private static WriteModel<Document> over(Document document) {
    Document fields = new Document(document);
    Object id = fields.remove("_id");
    Bson change = new Document("$set", fields);
    if (document.getBoolean("withdrawn")) {
      change = combine(change, WORDLESS);
    }
    return new UpdateOneModel<>(eq("_id", id), change, UPSERT);
  }

  static WriteModel<Document> routed(MentionRouted routed) {
    return upsert(
        routed.mentionId(),
        set("routed", Stored.write(routed)),
        set("outcome", routed.outcome().name().toLowerCase(Locale.ROOT)));
  }

  /** Forgets everything an author wrote. */
  void erase(String authorId) {
    mentions.updateMany(eq("author", authorId), combine(set("withdrawn", true), WORDLESS));
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
