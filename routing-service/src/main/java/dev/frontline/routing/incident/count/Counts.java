package dev.frontline.routing.incident.count;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.frontline.contracts.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code counts}: one document a brand and hour, read by its id and written whole. A
 * brand's hours are written by whoever reads its partition, so nobody else writes meanwhile; what
 * is written twice is the same.
 */
public final class Counts {

  /** How long hours are kept, in hours. */
  public static final int KEPT = 35 * 24;

  private static final int FEW = 30;

  private final MongoCollection<Document> collection;

  public Counts(MongoDatabase database) {
    collection = database.getCollection("counts");
  }

  /** An hour of a brand. */
  public record Key(String brand, long hour) {
    String id() {
      return brand + "@" + hour;
    }
  }

  /** The hours that are there, by hour since the epoch; both ends belong to it. */
  public TreeMap<Long, CountedHour> read(String brand, long first, long last) {
    return read(brand, LongStream.rangeClosed(first, last).boxed().toList());
  }

  /** Those of these hours that are there. */
  TreeMap<Long, CountedHour> read(String brand, Collection<Long> wanted) {
    TreeMap<Long, CountedHour> hours = new TreeMap<>();
    List<String> ids = wanted.stream().map(h -> new Key(brand, h).id()).toList();
    // The embedded store looks one id up and scans for several.
    List<Bson> queries =
        ids.size() <= FEW
            ? ids.stream().map(id -> Filters.eq("_id", id)).toList()
            : List.of(Filters.in("_id", ids));
    for (Bson query : queries) {
      for (Document document : collection.find(query)) {
        hours.put(((Number) document.get("hour")).longValue(), hour(document));
      }
    }
    return hours;
  }

  /** Writes hours, in one go. */
  public void write(Map<Key, CountedHour> hours) {
    if (hours.isEmpty()) {
      return;
    }
    List<ReplaceOneModel<Document>> writes = new ArrayList<>();
    hours.forEach(
        (key, hour) ->
            writes.add(
                new ReplaceOneModel<>(
                    Filters.eq("_id", key.id()),
                    new Document("_id", key.id())
                        .append("brand", key.brand())
                        .append("hour", key.hour())
                        .append("counted", json(hour)),
                    new ReplaceOptions().upsert(true))));
    collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  /** Forgets hours before that one. */
  public void purge(long before) {
    collection.deleteMany(Filters.lt("hour", before));
  }

  private static String json(CountedHour hour) {
    try {
      return Json.MAPPER.writeValueAsString(hour);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("counts are always JSON", e);
    }
  }

  private static CountedHour hour(Document document) {
    try {
      return Json.MAPPER.readValue(document.getString("counted"), CountedHour.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored counts cannot be read: " + e.getMessage(), e);
    }
  }
}
