package dev.frontline.classify.rising;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.classify.rising.HourOfTerms.Count;
import dev.frontline.classify.rising.TermCounts.Place;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.company.Company;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts terms in memory and keeps each hour's counts in the store, one document an instance, brand
 * and hour, so that a restart forgets nothing but who it was in the hours under way.
 */
@ApplicationScoped
public class RisingTerms {

  private final MongoCollection<Document> hours;
  private final TermCounts counts;
  private final String instance;
  private final Clock clock;
  private final Set<Place> changed = ConcurrentHashMap.newKeySet();
  private volatile Map<Place, List<HourOfTerms>> others = Map.of();

  @Inject
  RisingTerms(
      MongoClient store,
      Company company,
      @ConfigProperty(name = "frontline.instance", defaultValue = "classify-0") String instance,
      Clock clock) {
    this.hours = store.getDatabase("classify").getCollection("terms");
    this.counts = new TermCounts(company);
    this.instance = instance;
    this.clock = clock;
  }

  @PostConstruct
  void remember() {
    for (Document hour : hours.find(Filters.gte("hour", oldest()))) {
      if (instance.equals(hour.getString("instance"))) {
        counts.remember(place(hour), read(hour));
      }
    }
    hearOthers();
  }

  /** What the other instances counted, as of a minute ago. */
  private void hearOthers() {
    Map<Place, List<HourOfTerms>> heard = new HashMap<>();
    for (Document hour :
        hours.find(Filters.and(Filters.gte("hour", oldest()), Filters.ne("instance", instance)))) {
      heard.computeIfAbsent(place(hour), p -> new ArrayList<>()).add(read(hour));
    }
    others = heard;
  }

  private long oldest() {
    return TermCounts.hourOf(clock.instant().minus(Standout.LATELY).minus(Standout.BEFORE));
  }

  /** Counts what was judged for the first time. */
  public void count(Collection<ClassifyEvent> judged) {
    changed.addAll(counts.count(judged, clock.instant()));
  }

  /** What stands out now, the most surprising first. */
  public List<RisingTerm> now(String brand, int most) {
    return counts.rising(brand, others, clock.instant(), most);
  }

  /** Keeps what changed, and lets go of what is old. */
  @Scheduled(every = "${frontline.rising.kept-every:60s}")
  void keep() {
    Instant now = clock.instant();
    counts.age(now);
    Set<Place> places = Set.copyOf(changed);
    changed.removeAll(places);
    List<WriteModel<Document>> writes = counts.written(places, this::write);
    if (!writes.isEmpty()) {
      hours.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
    hours.deleteMany(Filters.lt("hour", oldest()));
    hearOthers();
  }

  private WriteModel<Document> write(Place place, HourOfTerms hour) {
    Map<String, Count> counted = hour.counted();
    String id = instance + "|" + place.brand() + "|" + place.hour();
    Document document =
        new Document("_id", id)
            .append("instance", instance)
            .append("brand", place.brand())
            .append("hour", place.hour())
            .append("posts", hour.posts())
            .append("cut", hour.isCut())
            .append("terms", List.copyOf(counted.keySet()))
            .append("authors", counted.values().stream().map(Count::authors).toList())
            .append("examples", counted.values().stream().map(Count::example).toList());
    return new ReplaceOneModel<>(
        Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
  }

  private static Place place(Document hour) {
    return new Place(hour.getString("brand"), hour.getLong("hour"));
  }

  private static HourOfTerms read(Document hour) {
    List<String> terms = hour.getList("terms", String.class);
    List<Integer> authors = hour.getList("authors", Integer.class);
    List<String> examples = hour.getList("examples", String.class);
    Map<String, Count> counted = new HashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      counted.put(terms.get(i), new Count(authors.get(i), examples.get(i)));
    }
    return HourOfTerms.counted(counted, hour.getInteger("posts"), hour.getBoolean("cut"));
  }
}
