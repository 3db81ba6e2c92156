package dev.frontline.routing.notification;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collections {@code notice_deliveries}, which says what became of each delivery, and {@code
 * notice_due}, a short list of those that are not ended and when each is to be looked at. The first
 * is the truth; the second only spares a search through all that was ever sent, and where it is
 * wrong after a crash, whoever looks puts it right.
 */
public final class Deliveries {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> deliveries;
  private final MongoCollection<Document> due;

  public Deliveries(MongoDatabase database) {
    deliveries = database.getCollection("notice_deliveries");
    due = database.getCollection("notice_due");
  }

  /**
   * The index without which every guarded write scans on the embedded store, and those that a real
   * MongoDB uses for what is searched by.
   */
  public void createIndexes() {
    deliveries.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
    deliveries.createIndex(Indexes.descending("createdAt"));
    deliveries.createIndex(Indexes.ascending("endedAt"));
    deliveries.createIndex(Indexes.ascending("about"));
    deliveries.createIndex(Indexes.ascending("digest"));
    due.createIndex(Indexes.ascending("sink", "notBefore"));
  }

  /** Stores those that are not there yet; what is not ended is due when this returns. */
  public void add(Collection<Delivery> added) {
    if (added.isEmpty()) {
      return;
    }
    List<Delivery> all = List.copyOf(added);
    List<Delivery> open = new ArrayList<>(all);
    try {
      deliveries.insertMany(
          all.stream().map(DeliveryDocument::of).toList(), new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      for (BulkWriteError error : e.getWriteErrors()) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        Delivery told = all.get(error.getIndex());
        open.remove(told);
        find(told.id()).filter(known -> !known.state().ended()).ifPresent(open::add);
      }
    }
    List<WriteModel<Document>> pointers = new ArrayList<>();
    for (Delivery delivery : open) {
      if (delivery.state() != Delivery.State.COLLECTED) {
        pointers.add(
            new ReplaceOneModel<>(
                Filters.eq("_id", delivery.id()), DueDocument.of(delivery), UPSERT));
      }
    }
    if (!pointers.isEmpty()) {
      due.bulkWrite(pointers, new BulkWriteOptions().ordered(false));
    }
  }

  public Optional<Delivery> find(String id) {
    return Optional.ofNullable(deliveries.find(Filters.eq("_id", id)).first())
        .map(DeliveryDocument::read);
  }

  /** Ids of what the sink may be handed by now, the most pressing and oldest first. */
  public List<String> due(String sink, Instant now, int most) {
    return due.find(Filters.and(Filters.eq("sink", sink), Filters.lte("notBefore", Date.from(now))))
        .sort(Sorts.ascending("rank", "notBefore"))
        .limit(most)
        .map(d -> d.getString("_id"))
        .into(new ArrayList<>());
  }

  /** How many are not ended, by nobody's leave; counts the short list. */
  public long waiting(String sink) {
    return due.countDocuments(Filters.eq("sink", sink));
  }

  /** When the oldest that is not ended was told; scans the short list. */
  public Optional<Instant> oldestWaiting(String sink) {
    return Optional.ofNullable(
            due.find(Filters.and(Filters.eq("sink", sink), Filters.exists("createdAt")))
                .sort(Sorts.ascending("createdAt"))
                .first())
        .map(d -> d.getDate("createdAt").toInstant());
  }

  /**
   * Puts a delivery's next version.
   *
   * @return false where somebody else was faster: nothing is written
   */
  public boolean write(Delivery next) {
    boolean written =
        deliveries
                .replaceOne(
                    new Document("_id", next.id()).append("version", next.version() - 1),
                    DeliveryDocument.of(next))
                .getMatchedCount()
            == 1;
    if (written) {
      point(next);
    }
    return written;
  }

  /** Puts the short list right about one. */
  public void point(Delivery delivery) {
    if (delivery.state().ended() || delivery.state() == Delivery.State.COLLECTED) {
      due.deleteOne(Filters.eq("_id", delivery.id()));
    } else {
      due.replaceOne(Filters.eq("_id", delivery.id()), DueDocument.of(delivery), UPSERT);
    }
  }

  /** Takes what names nothing off the short list. */
  public void forget(String id) {
    due.deleteOne(Filters.eq("_id", id));
  }

  /** What still waits for a digest though it was told before the moment; scans. */
  public List<Delivery> collectedBefore(Instant moment) {
    return deliveries
        .find(
            Filters.and(
                Filters.eq("state", DeliveryDocument.word(Delivery.State.COLLECTED)),
                Filters.lt("createdAt", Date.from(moment))))
        .map(DeliveryDocument::read)
        .into(new ArrayList<>());
  }

  /** What waits to be sent as the digest, oldest first; scans. */
  public List<Delivery> collectedFor(String digest) {
    return deliveries
        .find(Filters.eq("digest", digest))
        .sort(Sorts.ascending("createdAt"))
        .map(DeliveryDocument::read)
        .into(new ArrayList<>());
  }

  /** A page of the log, the latest first, with how many there are in all; scans. */
  public Page list(DeliveryQuery query) {
    List<Bson> all = new ArrayList<>();
    if (query.departments() != null) {
      Bson channels =
          Filters.and(Filters.in("department", query.departments()), Filters.eq("recipient", ""));
      all.add(Filters.or(channels, Filters.eq("recipient", String.valueOf(query.person()))));
    }
    if (query.sink() != null) {
      all.add(Filters.eq("sink", query.sink()));
    }
    if (query.state() != null) {
      all.add(Filters.eq("state", DeliveryDocument.word(query.state())));
    }
    if (query.kind() != null) {
      all.add(Filters.eq("kind", query.kind()));
    }
    Bson filter = all.isEmpty() ? new Document() : Filters.and(all);
    List<Delivery> items =
        deliveries
            .find(filter)
            .sort(Sorts.descending("createdAt"))
            .skip((query.page() - 1) * query.size())
            .limit(query.size())
            .map(DeliveryDocument::read)
            .into(new ArrayList<>());
    return new Page(items, deliveries.countDocuments(filter));
  }

  /**
   * A page of the log.
   *
   * @param total how many there are on all pages
   */
  public record Page(List<Delivery> items, long total) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** How many deliveries of each sink ended in which state since the moment; scans. */
  public Map<String, Map<String, Long>> endedSince(Instant moment) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (Document d :
        deliveries.aggregate(
            List.of(
                Aggregates.match(Filters.gte("endedAt", Date.from(moment))),
                Aggregates.group(
                    new Document("sink", "$sink").append("state", "$state"),
                    Accumulators.sum("n", 1L))))) {
      Document id = d.get("_id", Document.class);
      counts
          .computeIfAbsent(id.getString("sink"), sink -> new TreeMap<>())
          .put(id.getString("state"), ((Number) d.get("n")).longValue());
    }
    return counts;
  }

  /**
   * Takes the words out of all deliveries about these things, sent or not; scans once.
   *
   * @return how many
   */
  public int redact(Collection<String> about, Instant now) {
    int redacted = 0;
    for (Document document : deliveries.find(Filters.in("about", about))) {
      Delivery delivery = DeliveryDocument.read(document);
      if (!delivery.notice().isRedacted() && write(Attempting.redacted(delivery, now))) {
        redacted++;
      }
    }
    return redacted;
  }

  /**
   * Removes what ended before the moment.
   *
   * @return how many
   */
  public long purge(Instant before) {
    return deliveries.deleteMany(Filters.lt("endedAt", Date.from(before))).getDeletedCount();
  }

  /** When a delivery that is not ended is to be looked at. */
  private static final class DueDocument {

    static Document of(Delivery delivery) {
      Instant at = delivery.leaseUntil() == null ? delivery.notBefore() : delivery.leaseUntil();
      return new Document("_id", delivery.id())
          .append("sink", delivery.sink())
          .append("createdAt", Date.from(delivery.createdAt()))
          .append("rank", delivery.notice().urgency().ordinal())
          .append("notBefore", Date.from(at));
    }
  }
}
