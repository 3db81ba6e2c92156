package dev.frontline.ingest.reading;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What people decided about a source: to pause it, to read it again from a moment. */
@ApplicationScoped
public class Controls {

  private static final String PAUSED = "paused";
  private static final String REREAD = "rereadFrom";

  private final MongoCollection<Document> collection;

  @Inject
  public Controls(MongoDatabase database) {
    collection = database.getCollection("source_controls");
  }

  /**
   * What holds for a source.
   *
   * @param rereadFrom from when it is to be read again; null where nobody asked
   * @param by who paused it
   */
  public record Control(boolean paused, @Nullable Instant rereadFrom, @Nullable String by) {
    static final Control NONE = new Control(false, null, null);
  }

  public Control of(String source) {
    Document d = collection.find(Filters.eq("_id", source)).first();
    if (d == null) {
      return Control.NONE;
    }
    Date from = d.getDate(REREAD);
    return new Control(
        Boolean.TRUE.equals(d.getBoolean(PAUSED)),
        from == null ? null : from.toInstant(),
        d.getString("by"));
  }

  public void pause(String source, boolean paused, String by) {
    collection.updateOne(
        Filters.eq("_id", source),
        Updates.combine(Updates.set(PAUSED, paused), Updates.set("by", by)),
        new UpdateOptions().upsert(true));
  }

  /** The next reading begins there. */
  public void reread(String source, Instant from) {
    collection.updateOne(
        Filters.eq("_id", source),
        Updates.set(REREAD, Date.from(from)),
        new UpdateOptions().upsert(true));
  }

  /** The cursor was moved there. */
  void rereading(String source, Instant from) {
    collection.updateOne(
        Filters.and(Filters.eq("_id", source), Filters.eq(REREAD, Date.from(from))),
        Updates.unset(REREAD));
  }
}
