package dev.frontline.ingest.account;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Consents that people were sent off for, until they come back: {@code consents} in the database,
 * each for one use. What the exchange needs, the verifier and the client's secret, stands sealed.
 */
@ApplicationScoped
class Consents {

  private final MongoCollection<Document> collection;
  private final Vault vault;

  @Inject
  Consents(MongoDatabase database, Vault vault) {
    this.collection = database.getCollection("consents");
    this.vault = vault;
  }

  /**
   * One that was begun.
   *
   * @param state the random word that comes back with the code
   * @param redirect where the browser is sent back to
   * @param by who was sent off; nobody else may finish it
   */
  record Pending(
      String state, String source, String redirect, String by, Map<String, String> values) {

    /** Without the values: this may end up in a log. */
    @Override
    public String toString() {
      return "Pending[" + source + "]";
    }
  }

  void begin(Pending one, Instant until) {
    collection.insertOne(
        new Document("_id", one.state())
            .append("source", one.source())
            .append("redirect", one.redirect())
            .append("by", one.by())
            .append("until", Date.from(until))
            .append("sealed", vault.seal(owner(one.state()), one.values())));
  }

  /** Takes it out: a state that comes back twice is none. */
  Optional<Pending> take(String state, Instant now) {
    Document d = collection.findOneAndDelete(Filters.eq("_id", state));
    if (d == null || d.getDate("until").toInstant().isBefore(now)) {
      return Optional.empty();
    }
    return vault
        .open(owner(state), d.getString("sealed"))
        .map(
            values ->
                new Pending(
                    state,
                    d.getString("source"),
                    d.getString("redirect"),
                    d.getString("by"),
                    values));
  }

  /** Forgets those from which nobody came back. */
  void forget(Instant now) {
    collection.deleteMany(Filters.lt("until", Date.from(now)));
  }

  private static String owner(String state) {
    return "consent:" + state;
  }
}
