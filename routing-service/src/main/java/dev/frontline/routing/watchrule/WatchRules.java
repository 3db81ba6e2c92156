package dev.frontline.routing.watchrule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.Json;
import dev.frontline.kit.company.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The collection {@code watch_rules}: one document a rule, written only where its version is still
 * the one that was read. A rule that is removed stays as a mark, so that the company file does not
 * bring it back.
 */
public final class WatchRules {

  /** Another instance's change is known after so long. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(2);

  private final MongoCollection<Document> collection;
  private final Clock clock;
  private List<WatchRule> known = List.of();
  private Instant readAt = Instant.EPOCH;

  public WatchRules(MongoDatabase database, Clock clock) {
    collection = database.getCollection("watch_rules");
    this.clock = clock;
  }

  public void createIndexes() {
    collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
  }

  /**
   * Takes over what the company file says: rules that are new, and those that it alone has written
   * so far. What people changed or removed stays as they left it.
   */
  public void seed(Collection<Watch> file, Instant now) {
    for (Watch watch : file) {
      Optional<Document> there =
          Optional.ofNullable(collection.find(Filters.eq("_id", watch.id())).first());
      WatchRule fresh = WatchRule.of(watch, now);
      if (there.isEmpty()) {
        write(fresh, 0);
      } else if (!there.get().getBoolean("removed", false)) {
        WatchRule stands = rule(there.get());
        if (stands.file() && !same(stands, fresh)) {
          write(next(fresh, stands.version() + 1), stands.version());
        }
      }
    }
  }

  /** All that stand, by name; at most two seconds old. */
  public synchronized List<WatchRule> all() {
    Instant now = clock.instant();
    if (readAt.plus(GOOD_FOR).isBefore(now)) {
      List<WatchRule> rules = new ArrayList<>();
      for (Document document : collection.find()) {
        if (!document.getBoolean("removed", false)) {
          rules.add(rule(document));
        }
      }
      rules.sort(Comparator.comparing(WatchRule::name).thenComparing(WatchRule::id));
      known = List.copyOf(rules);
      readAt = now;
    }
    return known;
  }

  /** What stands in the store now. */
  public Optional<WatchRule> find(String id) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
        .filter(d -> !d.getBoolean("removed", false))
        .map(WatchRules::rule);
  }

  /**
   * @param readVersion the version that was read, 0 where there was none
   * @return false where somebody else wrote it meanwhile: nothing is written
   */
  public boolean write(WatchRule rule, long readVersion) {
    return put(rule, readVersion, false);
  }

  /** As {@link #write}; the rule is no more. */
  public boolean remove(WatchRule rule) {
    return put(next(rule, rule.version() + 1), rule.version(), true);
  }

  private synchronized boolean put(WatchRule rule, long readVersion, boolean removed) {
    try {
      collection.replaceOne(
          new Document("_id", rule.id()).append("version", readVersion),
          new Document("_id", rule.id())
              .append("version", rule.version())
              .append("removed", removed)
              .append("rule", Json.MAPPER.writeValueAsString(rule)),
          new ReplaceOptions().upsert(true));
      readAt = Instant.EPOCH;
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rule is always JSON", e);
    }
  }

  private static boolean same(WatchRule a, WatchRule b) {
    return next(a, 1)
        .equals(
            new WatchRule(
                b.id(),
                1,
                b.name(),
                b.when(),
                b.brand(),
                b.department(),
                b.people(),
                b.quiet(),
                b.coolDown(),
                b.file(),
                b.by(),
                a.at()));
  }

  private static WatchRule next(WatchRule r, long version) {
    return new WatchRule(
        r.id(),
        version,
        r.name(),
        r.when(),
        r.brand(),
        r.department(),
        r.people(),
        r.quiet(),
        r.coolDown(),
        r.file(),
        r.by(),
        r.at());
  }

  private static WatchRule rule(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("rule"), WatchRule.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule cannot be read: " + e.getMessage(), e);
    }
  }
}
