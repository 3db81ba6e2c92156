package dev.frontline.ingest.spend;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.frontline.ingest.source.Purse;
import dev.frontline.ingest.source.Purses;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * What each source has cost in each month (UTC), in millionths of a US dollar: {@code spend} in the
 * database, over restarts and shared by all instances.
 */
@ApplicationScoped
public class Ledger implements Purses {

  private static final String SPENT = "micros";

  private final MongoCollection<Document> collection;

  @Inject
  public Ledger(MongoDatabase database) {
    collection = database.getCollection("spend");
  }

  /**
   * What a source has cost, in millionths of a US dollar.
   *
   * @param ever since it was first read
   */
  public record Spent(long thisMonth, long ever) {

    public static final Spent NOTHING = new Spent(0, 0);
  }

  @Override
  public Purse of(Source source, Instant now) {
    return new MonthlyPurse(this, source.id(), Cap.of(source), month(now));
  }

  /** What all sources have cost; those that cost nothing are not there. */
  public Map<String, Spent> all(Instant now) {
    String current = month(now).toString();
    Map<String, Spent> all = new HashMap<>();
    for (Document d : collection.find()) {
      long micros = micros(d);
      Spent one = new Spent(current.equals(d.getString("month")) ? micros : 0, micros);
      all.merge(
          d.getString("source"),
          one,
          (a, b) -> new Spent(a.thisMonth + b.thisMonth, a.ever + b.ever));
    }
    return all;
  }

  long spent(String source, YearMonth month) {
    Document d = collection.find(Filters.eq("_id", id(source, month))).first();
    return d == null ? 0 : micros(d);
  }

  /**
   * @param micros less than nothing for what was set aside and not spent
   * @return what the month has cost with it
   */
  long add(String source, YearMonth month, long micros) {
    Document d =
        collection.findOneAndUpdate(
            Filters.eq("_id", id(source, month)),
            Updates.combine(
                Updates.inc(SPENT, micros),
                Updates.set("source", source),
                Updates.set("month", month.toString())),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return d == null ? micros : micros(d);
  }

  private static YearMonth month(Instant now) {
    return YearMonth.from(now.atZone(ZoneOffset.UTC));
  }

  private static String id(String source, YearMonth month) {
    return source + "#" + month;
  }

  private static long micros(Document d) {
    return d.get(SPENT) instanceof Number number ? number.longValue() : 0;
  }
}
