package dev.frontline.classify.correction;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.frontline.classify.rows.Say;
import dev.frontline.classify.rows.TrainingRow;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document a corrected post in {@code classify.corrections}. */
@ApplicationScoped
class CorrectionStore {

  private final MongoCollection<Document> corrections;

  @Inject
  CorrectionStore(MongoClient store) {
    this.corrections = store.getDatabase("classify").getCollection("corrections");
  }

  void prepare(@Observes @Priority(5) StartupEvent event) {
    // Unique, so that the embedded store uses it for the guarded write; see the portable subset.
    corrections.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  @Nullable Correction find(String mentionId) {
    Document found = corrections.find(Filters.eq("_id", mentionId)).first();
    return found == null ? null : CorrectionDocuments.read(found);
  }

  /** What was said, by mention id. */
  Map<String, Map<String, Word>> words(Collection<String> mentionIds) {
    Map<String, Map<String, Word>> words = new HashMap<>();
    for (Document document : corrections.find(Filters.in("_id", mentionIds))) {
      words.put(document.getString("_id"), CorrectionDocuments.words(document));
    }
    return words;
  }

  /** Stores a state over the one of the version before; false where somebody else was quicker. */
  boolean save(Correction correction) {
    Document document = CorrectionDocuments.write(correction);
    try {
      if (correction.version() == 1) {
        corrections.insertOne(document);
        return true;
      }
      return corrections
              .replaceOne(guard(correction.mentionId(), correction.version() - 1), document)
              .getMatchedCount()
          == 1;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Those that may be learned from. */
  List<TrainingRow> rows() {
    List<TrainingRow> rows = new ArrayList<>();
    for (Document document : corrections.find(Filters.ne("text", null))) {
      rows.add(row(CorrectionDocuments.read(document)));
    }
    return rows;
  }

  private static TrainingRow row(Correction correction) {
    Map<String, Say> says = new HashMap<>();
    correction
        .words()
        .forEach(
            (label, word) ->
                says.put(label, new Say(word.holds(), Say.WORD, word.by(), word.at())));
    return new TrainingRow(
        correction.mentionId(),
        correction.matched(),
        correction.source(),
        String.valueOf(correction.text()),
        correction.told(),
        says,
        correction.version());
  }

  /** Those with events that nobody acknowledged. */
  List<Correction> pending() {
    List<Correction> pending = new ArrayList<>();
    for (Document document : corrections.find(Filters.eq("pending", true))) {
      pending.add(CorrectionDocuments.read(document));
    }
    return pending;
  }

  /** Empties the outbox, unless another correction has come since: that one's writer sends all. */
  void sent(Correction correction) {
    corrections.updateOne(
        guard(correction.mentionId(), correction.version()),
        Updates.combine(Updates.set("outbox", List.of()), Updates.set("pending", false)));
  }

  /** Replaces the text to learn from, where there is one. */
  void retext(String mentionId, String text, long networkVersion) {
    corrections.updateOne(
        Filters.and(Filters.eq("_id", mentionId), Filters.ne("text", null)),
        Updates.combine(Updates.set("text", text), Updates.set("networkVersion", networkVersion)));
  }

  /** Keeps what was said, and nothing to learn from. */
  void untext(String mentionId) {
    corrections.updateOne(Filters.eq("_id", mentionId), Updates.set("text", null));
  }

  void delete(Collection<String> mentionIds) {
    corrections.deleteMany(Filters.in("_id", mentionIds));
  }

  void deleteOf(String author) {
    corrections.deleteMany(Filters.eq("author", author));
  }

  private static Bson guard(String id, long version) {
    // As a plain document: the embedded store looks no index up for a conjunction of filters.
    return new Document("_id", id).append("version", version);
  }
}
