package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

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
import com.mongodb.client.model.WriteModel;
import dev.frontline.dashboard.inbox.Folded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final int LOOKED_AT = 10;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

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
        writes.add(MentionDocuments.over(post));
      }
    }
    write(writes);
  }

  /** Forgets everything an author wrote. */
  void erase(String authorId) {
    mentions.updateMany(eq("author", authorId), MentionDocuments.ERASED);
  }

  /** By id ({@code network:native}) or by key ({@code network-hash}). */
  public Optional<StoredMention> find(String idOrKey) {
    Bson filter = idOrKey.contains(":") ? eq("_id", idOrKey) : eq("key", idOrKey);
    return Optional.ofNullable(mentions.find(filter).first()).map(MentionDocuments::read);
  }

  /**
   * Posts that were heard on trial and stand, newest first. Reads the whole collection.
   *
   * @param of {@code source:} or {@code query:} and the id
   */
  public List<StoredMention> onTrial(String of, Instant since, int most) {
    List<StoredMention> found = new ArrayList<>();
    for (Document document :
        mentions
            .find(and(eq(MentionDocuments.TRIALS, of), eq("withdrawn", false)))
            .sort(Sorts.descending("at"))
            .limit(most)) {
      StoredMention post = MentionDocuments.read(document);
      if (post.mention() != null && !post.mention().fetchedAt().isBefore(since)) {
        found.add(post);
      }
    }
    return found;
  }

  /** Those of the ids that are known and were heard by others than the trial. */
  public Set<String> heardOutside(Collection<String> ids, String of) {
    Set<String> outside = new HashSet<>();
    if (!ids.isEmpty()) {
      for (Document d :
          mentions.find(in("_id", ids)).projection(Projections.include(MentionDocuments.TRIALS))) {
        if (!d.getList(MentionDocuments.TRIALS, String.class, List.of()).contains(of)) {
          outside.add(d.getString("_id"));
        }
      }
    }
    return outside;
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
      looked.add(MentionDocuments.read(document));
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
}
