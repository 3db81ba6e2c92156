package dev.frontline.ingest.reading;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.frontline.ingest.accepting.Known;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.source.Memory;
import dev.frontline.kit.store.InsertFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Other names of published posts: {@code aliases} in the database. A Mastodon server tells a
 * deletion by an id of its own, not by the one that is the same everywhere. Beside them what
 * sources noted for themselves: {@code notes}.
 */
@ApplicationScoped
public class Aliases implements Memory {

  private final MongoCollection<Document> collection;
  private final MongoCollection<Document> notes;
  private final Published published;

  @Inject
  public Aliases(MongoDatabase database, Published published) {
    this.collection = database.getCollection("aliases");
    this.notes = database.getCollection("notes");
    this.published = published;
  }

  /** Keeps those of posts that were published. */
  void keep(Map<String, String> aliases, Instant now) {
    if (aliases.isEmpty()) {
      return;
    }
    Set<String> taken = known(aliases.values());
    List<Document> kept = new ArrayList<>();
    aliases.forEach(
        (alias, id) -> {
          if (taken.contains(id)) {
            kept.add(new Document("_id", alias).append("mention", id).append("at", Date.from(now)));
          }
        });
    write(kept);
  }

  @Override
  public void remember(String alias, String mentionId, Instant now) {
    write(
        List.of(
            new Document("_id", alias).append("mention", mentionId).append("at", Date.from(now))));
  }

  private void write(List<Document> kept) {
    InsertFirst.write(
        collection,
        kept,
        d ->
            new ReplaceOneModel<>(
                Filters.eq("_id", d.get("_id")), d, new ReplaceOptions().upsert(true)));
  }

  /** Forgets those kept before. */
  public long forget(Instant before) {
    return collection.deleteMany(Filters.lt("at", Date.from(before))).getDeletedCount();
  }

  @Override
  public Set<String> known(Collection<String> mentionIds) {
    Set<String> live = new HashSet<>();
    for (Known known : published.find(mentionIds).values()) {
      if (!known.deleted()) {
        live.add(known.id());
      }
    }
    return live;
  }

  @Override
  public Optional<String> aliased(String alias) {
    Document document = collection.find(Filters.eq("_id", alias)).first();
    return document == null ? Optional.empty() : Optional.of(document.getString("mention"));
  }

  @Override
  public Optional<String> aliasOf(String mentionId, String beginning) {
    for (Document document : collection.find(Filters.eq("mention", mentionId))) {
      if (document.getString("_id").startsWith(beginning)) {
        return Optional.of(document.getString("_id"));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> note(String source, String name) {
    Document note = notes.find(Filters.eq("_id", source + "/" + name)).first();
    return note == null ? Optional.empty() : Optional.ofNullable(note.getString("value"));
  }

  @Override
  public void note(String source, String name, String value) {
    notes.updateOne(
        Filters.eq("_id", source + "/" + name),
        Updates.set("value", value),
        new UpdateOptions().upsert(true));
  }
}
