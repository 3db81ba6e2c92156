package dev.frontline.dashboard.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bson.Document;

/** The collection {@code accounts}: {@code {_id: person's id, hash, seed}}. */
@ApplicationScoped
class AccountStore {

  private final MongoCollection<Document> accounts;

  @Inject
  AccountStore(MongoDatabase database) {
    this.accounts = database.getCollection("accounts");
  }

  /**
   * What is kept of a password.
   *
   * @param hash bcrypt, in modular crypt form
   * @param seed keyed digest of the password it was made from: tells whether the passwords file
   *     changed without a slow check a person at each start
   */
  record Account(String user, String hash, String seed) {}

  Optional<Account> find(String user) {
    return Optional.ofNullable(accounts.find(eq("_id", user)).first())
        .map(d -> new Account(user, d.getString("hash"), d.getString("seed")));
  }

  void write(Account account) {
    accounts.replaceOne(
        eq("_id", account.user()),
        new Document("_id", account.user())
            .append("hash", account.hash())
            .append("seed", account.seed()),
        new ReplaceOptions().upsert(true));
  }
}
