package dev.frontline.ingest.account;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** {@code accounts} in the database; tokens stand in it sealed. */
@ApplicationScoped
class Accounts {

  private static final Comparator<Account> ORDER =
      Comparator.comparing(Account::connectedAt).thenComparing(Account::id);

  private final MongoCollection<Document> collection;

  @Inject
  Accounts(MongoDatabase database) {
    collection = database.getCollection("accounts");
  }

  /** All, the first connected of each source first. */
  List<Account> all() {
    List<Account> all = new ArrayList<>();
    collection.find().forEach(d -> all.add(read(d)));
    all.sort(ORDER);
    return all;
  }

  Optional<Account> find(String id) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first()).map(Accounts::read);
  }

  /**
   * Stores a new account, or a known one connected anew: that keeps its place, its roles and when
   * it was first connected.
   */
  void put(Account a) {
    Document settings = new Document();
    settings.putAll(a.settings());
    collection.updateOne(
        Filters.eq("_id", a.id()),
        Updates.combine(
            Updates.set("source", a.source()),
            Updates.set("kind", a.kind()),
            Updates.set("handle", a.handle()),
            Updates.set("name", a.name()),
            Updates.set("link", a.link()),
            Updates.set("settings", settings),
            Updates.set("sealed", a.sealed()),
            Updates.set("scopes", a.scopes()),
            Updates.set("posts", a.posts()),
            Updates.set("renews", a.renews()),
            Updates.set("expiresAt", date(a.expiresAt())),
            Updates.set("connectedBy", a.connectedBy()),
            Updates.set("checkedAt", Date.from(a.checkedAt())),
            Updates.unset("trouble"),
            Updates.setOnInsert("connectedAt", Date.from(a.connectedAt())),
            Updates.setOnInsert("roles", a.roles())),
        new UpdateOptions().upsert(true));
  }

  /** A new pair of tokens, or the same under another key. */
  void reseal(String id, String sealed, @Nullable Instant expiresAt) {
    change(
        id,
        Updates.combine(
            Updates.set("sealed", sealed),
            Updates.set("expiresAt", date(expiresAt)),
            Updates.unset("trouble")));
  }

  /** The same tokens under another key, unless they were renewed meanwhile. */
  void seal(Account account, String sealed) {
    collection.updateOne(
        Filters.and(Filters.eq("_id", account.id()), Filters.eq("sealed", account.sealed())),
        Updates.set("sealed", sealed));
  }

  /** Whether that event was the last one told of it. */
  boolean isTold(String id, String event) {
    Document d = collection.find(Filters.eq("_id", id)).first();
    return d != null && event.equals(d.getString("told"));
  }

  void told(String id, String event) {
    change(id, Updates.set("told", event));
  }

  /** It was tried and works. */
  void tried(String id, Checked checked, Instant now) {
    change(
        id,
        Updates.combine(
            Updates.set("handle", checked.handle()),
            Updates.set("name", checked.name()),
            Updates.set("link", checked.link()),
            Updates.set("scopes", checked.scopes()),
            Updates.set("posts", checked.posts()),
            Updates.set("checkedAt", Date.from(now)),
            Updates.unset("trouble")));
  }

  void trouble(String id, String words) {
    change(id, Updates.set("trouble", words));
  }

  void roles(String id, List<String> roles) {
    change(id, Updates.set("roles", roles));
  }

  /**
   * @return false where there was none
   */
  boolean remove(String id) {
    return collection.deleteOne(Filters.eq("_id", id)).getDeletedCount() > 0;
  }

  private void change(String id, Bson how) {
    collection.updateOne(Filters.eq("_id", id), how);
  }

  private static Account read(Document d) {
    Map<String, String> settings = new HashMap<>();
    d.get("settings", new Document()).forEach((name, value) -> settings.put(name, value + ""));
    return new Account(
        d.getString("_id"),
        d.getString("source"),
        d.getString("kind"),
        d.getString("handle"),
        d.getString("name"),
        d.getString("link"),
        settings,
        d.getString("sealed"),
        d.getList("scopes", String.class, List.of()),
        Boolean.TRUE.equals(d.getBoolean("posts")),
        Boolean.TRUE.equals(d.getBoolean("renews")),
        instant(d.getDate("expiresAt")),
        d.getDate("connectedAt").toInstant(),
        d.getString("connectedBy"),
        d.getDate("checkedAt").toInstant(),
        d.getList("roles", String.class, List.of()),
        d.getString("trouble"));
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
