package dev.frontline.ingest.account;

import com.mongodb.client.MongoDatabase;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.TestClock;
import dev.frontline.ingest.source.ConnectedAccounts;
import dev.frontline.ingest.source.NetworkSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source with the accounts that are connected to it, on a real store. */
public final class Office implements AutoCloseable {

  static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  final Vault vault;
  final Accesses accesses;
  final Rig rig;
  Accounts accounts;
  HeldAccounts held;
  MongoDatabase database;

  Office(NetworkSource kind, String url, @Nullable String token, Access access) {
    this(kind, url, token, access, new Vault(KEY, ""));
  }

  Office(NetworkSource kind, String url, @Nullable String token, Access access, Vault vault) {
    this(kind, url, token, access, vault, Map.of());
  }

  private Office(
      NetworkSource kind,
      @Nullable String url,
      @Nullable String token,
      Access access,
      Vault vault,
      Map<String, String> settings) {
    this.vault = vault;
    this.accesses = new Accesses(Map.of(access.kind(), access));
    this.rig = new Rig(kind, url, token, settings, this::accounts);
  }

  /** Of a network that ships, with its own way of connecting. */
  public static Office of(NetworkSource kind, Map<String, String> settings) {
    Access access = Access.table(Access.shipped()).get(kind.kind());
    return new Office(kind, null, null, access, new Vault(KEY, ""), settings);
  }

  /** Whether the one account that was connected posts. */
  public boolean posts() {
    return accounts.all().get(0).posts();
  }

  /** Connects; what was said against it, nothing where it was taken. */
  public String refusal(Map<String, String> typed) {
    return connect(typed) instanceof Outcome.Refused refused ? refused.detail() : "";
  }

  private ConnectedAccounts accounts(MongoDatabase db, TestClock clock) {
    database = db;
    accounts = new Accounts(db);
    held = another(clock, "rig-0");
    return held;
  }

  /** As another instance of the service has them. */
  HeldAccounts another(TestClock clock, String instance) {
    return new HeldAccounts(
        accounts,
        vault,
        accesses,
        new Renewing(accounts, vault, accesses, new Leases(database, instance)),
        clock);
  }

  Connecting connecting() {
    return new Connecting(
        id -> Optional.of(rig.source()).filter(s -> s.id().equals(id)),
        rig.kinds(),
        accesses,
        accounts,
        vault,
        held,
        changed -> {},
        rig.clock);
  }

  Consenting consenting() {
    return new Consenting(
        id -> Optional.of(rig.source()).filter(s -> s.id().equals(id)),
        rig.kinds(),
        accesses,
        new Consents(database, vault),
        connecting(),
        vault,
        rig.clock);
  }

  Outcome connect(Map<String, String> typed) {
    try {
      return connecting().connect("rigged", typed, "ana");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
