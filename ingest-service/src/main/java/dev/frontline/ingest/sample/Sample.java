package dev.frontline.ingest.sample;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.ingest.accepting.Sampling;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.store.InsertFirst;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code sample} in the database: posts as they were read, before anything decided about them, each
 * with the same chance, by a hash of its id. Without authors; at most so many, for seven days or
 * its source's shorter limit; what is deleted on its network leaves at once. Written in the
 * background: a crash loses a few seconds of a sample, never a post.
 */
@ApplicationScoped
public class Sample implements Sampling {

  private static final Logger LOG = Logger.getLogger(Sample.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST = 200_000;
  private static final int MOST_WAITING = 5_000;
  private static final int MOST_READ = 50_000;
  private static final int CHANCES = 10_000;

  private final MongoCollection<Document> collection;
  private final int chance;
  private final Clock clock;
  private final List<Document> waiting = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> gone = Collections.synchronizedSet(new HashSet<>());

  /**
   * @param rate which part of all posts is kept, 0 to 1
   */
  @Inject
  public Sample(
      MongoDatabase database,
      Clock clock,
      @ConfigProperty(name = "frontline.sample.rate", defaultValue = "0.05") double rate) {
    this.collection = database.getCollection("sample");
    this.clock = clock;
    this.chance = (int) Math.round(Math.max(0, Math.min(1, rate)) * CHANCES);
  }

  /** Which part of all posts is kept. */
  public double rate() {
    return (double) chance / CHANCES;
  }

  @Override
  public void read(Source source, List<Post> posts, Instant now) {
    Duration kept = source.kept();
    Instant until = now.plus(kept == null || kept.compareTo(KEPT) > 0 ? KEPT : kept);
    for (Post post : posts) {
      if (Math.floorMod(post.id().hashCode() * 0x9E3779B9, CHANCES) >= chance) {
        continue;
      }
      if (post instanceof Post.Deleted) {
        gone.add(MentionKey.hash(post.id()));
      } else if (waiting.size() < MOST_WAITING) {
        post.told().ifPresent(content -> waiting.add(document(content, now, until)));
      }
    }
  }

  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void write() {
    List<Document> kept;
    synchronized (waiting) {
      kept = distinct(waiting);
      waiting.clear();
    }
    Set<String> left;
    synchronized (gone) {
      left = Set.copyOf(gone);
      gone.clear();
    }
    try {
      InsertFirst.write(collection, kept, Sample::replacement);
      if (!left.isEmpty()) {
        collection.deleteMany(Filters.in("_id", left));
      }
    } catch (MongoException e) {
      LOG.warnf("a few posts are missing in the sample fault=%s", e.getMessage());
      gone.addAll(left);
    }
  }

  /** Forgets what is too old or too much. */
  @Scheduled(every = "10m", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    try {
      sweep(clock.instant());
    } catch (MongoException e) {
      LOG.warnf("the sample is swept later fault=%s", e.getMessage());
    }
  }

  /** As of that moment. */
  public void sweep(Instant now) {
    collection.deleteMany(
        Filters.or(
            Filters.lt("until", Date.from(now)), Filters.lt("at", Date.from(now.minus(KEPT)))));
    long tooMany = collection.estimatedDocumentCount() - MOST;
    if (tooMany > 0) {
      Document oldest = collection.find().sort(Sorts.ascending("at")).skip((int) tooMany).first();
      if (oldest != null) {
        collection.deleteMany(Filters.lt("at", oldest.getDate("at")));
      }
    }
  }

  /** The latest, 50,000 at most. */
  public List<SampledPost> latest() {
    write();
    List<SampledPost> latest = new ArrayList<>();
    for (Document d : collection.find().sort(Sorts.descending("at")).limit(MOST_READ)) {
      latest.add(
          new SampledPost(
              d.getString("network"),
              d.getString("lang"),
              d.getString("text"),
              d.getString("url"),
              d.get("followers") instanceof Number n ? n.longValue() : null,
              Boolean.TRUE.equals(d.getBoolean("media")),
              Boolean.TRUE.equals(d.getBoolean("reply")),
              Boolean.TRUE.equals(d.getBoolean("repost")),
              d.getDate("at").toInstant(),
              d.get("said", d.getDate("at")).toInstant()));
    }
    return latest;
  }

  private static List<Document> distinct(List<Document> documents) {
    Set<Object> ids = new HashSet<>();
    List<Document> distinct = new ArrayList<>();
    for (Document document : documents) {
      if (ids.add(document.get("_id"))) {
        distinct.add(document);
      }
    }
    return distinct;
  }

  private static ReplaceOneModel<Document> replacement(Document document) {
    return new ReplaceOneModel<>(
        Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  private static Document document(Post.Content content, Instant now, Instant until) {
    return new Document("_id", MentionKey.hash(content.id()))
        .append("network", content.network())
        .append("lang", content.lang())
        .append("text", content.text())
        .append("url", site(content.url()))
        .append("followers", content.author().followers())
        .append("media", !content.media().isEmpty())
        .append("reply", content.inReplyTo() != null)
        .append("repost", content.repostOf() != null)
        .append("at", Date.from(now))
        .append("said", Date.from(content.createdAt()))
        .append("until", Date.from(until));
  }

  /** Where it stands, not what it is: a post's address may name its author. */
  private static @Nullable String site(@Nullable String url) {
    if (url == null) {
      return null;
    }
    int path = url.indexOf('/', Math.min(url.length(), 8));
    return path < 0 ? url : url.substring(0, path) + "/";
  }
}
