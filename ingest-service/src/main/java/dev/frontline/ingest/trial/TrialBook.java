package dev.frontline.ingest.trial;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.ingest.accepting.TrialMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** {@code trials} in the database, and {@code trial_posts}: what only sources on trial brought. */
@ApplicationScoped
class TrialBook {

  private final MongoCollection<Document> trials;
  private final MongoCollection<Document> posts;

  @Inject
  TrialBook(MongoDatabase database) {
    trials = database.getCollection("trials");
    posts = database.getCollection("trial_posts");
  }

  List<Trial> all() {
    List<Trial> all = new ArrayList<>();
    trials.find().forEach(d -> all.add(read(d)));
    all.sort((a, b) -> a.since().compareTo(b.since()));
    return all;
  }

  Optional<Trial> find(String of) {
    return Optional.ofNullable(trials.find(Filters.eq("_id", of)).first()).map(TrialBook::read);
  }

  void put(Trial trial) {
    trials.replaceOne(
        Filters.eq("_id", trial.of()), document(trial), new ReplaceOptions().upsert(true));
  }

  /** Begins anew: what an earlier trial of the same brought counts no more. */
  void begin(Trial trial) {
    posts.deleteMany(Filters.eq("trial", trial.of()));
    put(trial);
  }

  /** Posts of a source on trial, as hashes of their ids, each once. */
  void heard(String of, TrialMarks.Heard heard, Instant now) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    heard
        .fresh()
        .forEach(id -> writes.add(write(id, of, Updates.setOnInsert("elsewhere", false), now)));
    heard.elsewhere().forEach(id -> writes.add(write(id, of, Updates.set("elsewhere", true), now)));
    heard
        .after()
        .forEach(
            id ->
                writes.add(
                    new UpdateOneModel<>(
                        Filters.eq("_id", MentionKey.hash(id)), Updates.set("elsewhere", true))));
    posts.bulkWrite(writes);
  }

  /** How many posts the source brought, and how many of them others brought, too. */
  long[] counts(String of) {
    return new long[] {
      posts.countDocuments(Filters.eq("trial", of)),
      posts.countDocuments(new Document("trial", of).append("elsewhere", true))
    };
  }

  private static WriteModel<Document> write(String id, String of, Bson mark, Instant now) {
    return new UpdateOneModel<>(
        Filters.eq("_id", MentionKey.hash(id)),
        Updates.combine(mark, Updates.set("trial", of), Updates.setOnInsert("at", Date.from(now))),
        new UpdateOptions().upsert(true));
  }

  private static Document document(Trial trial) {
    return new Document("_id", trial.of())
        .append("since", Date.from(trial.since()))
        .append("until", Date.from(trial.until()))
        .append("by", trial.by())
        .append("costBefore", trial.costBefore())
        .append("decision", trial.decision() == null ? null : trial.decision().word())
        .append("decidedBy", trial.decidedBy())
        .append("decidedAt", trial.decidedAt() == null ? null : Date.from(trial.decidedAt()));
  }

  private static Trial read(Document d) {
    return new Trial(
        d.getString("_id"),
        d.getDate("since").toInstant(),
        d.getDate("until").toInstant(),
        d.getString("by"),
        d.get("costBefore", Number.class).doubleValue(),
        Trial.Decision.of(d.getString("decision")),
        d.getString("decidedBy"),
        instant(d.getDate("decidedAt")));
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
