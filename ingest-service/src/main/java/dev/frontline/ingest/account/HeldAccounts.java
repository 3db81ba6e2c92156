package dev.frontline.ingest.account;

import com.mongodb.MongoException;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.ConnectedAccounts;
import dev.frontline.ingest.source.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as sources use them: kept in memory, opened, and read again every two seconds, so
 * that what one instance connects all of them use. While the store is away those known stay.
 */
@ApplicationScoped
class HeldAccounts implements ConnectedAccounts {

  private static final Logger LOG = Logger.getLogger(HeldAccounts.class);
  private static final Duration GOOD_FOR = Duration.ofSeconds(2);
  static final String UNREADABLE =
      "its token cannot be read with this " + Vault.KEY + ": set the key by which it was sealed";

  private final Accounts accounts;
  private final Vault vault;
  private final Accesses accesses;
  private final Renewing renewing;
  private final Clock clock;
  private Map<String, List<Held>> bySource = Map.of();
  private Instant readAt = Instant.MIN;

  @Inject
  HeldAccounts(Accounts accounts, Vault vault, Accesses accesses, Renewing renewing, Clock clock) {
    this.accounts = accounts;
    this.vault = vault;
    this.accesses = accesses;
    this.renewing = renewing;
    this.clock = clock;
  }

  /**
   * @param open empty where its token cannot be read
   */
  private record Held(Account account, Optional<Connected> open) {}

  @Override
  public Optional<Connected> of(String source, @Nullable String account) {
    return held(source).stream()
        .filter(one -> account == null || one.account().isCalled(account))
        .findFirst()
        .flatMap(Held::open);
  }

  @Override
  public boolean renew(Opened opened) throws Fault, InterruptedException {
    if (opened.account() == null) {
      return false;
    }
    try {
      return renewing.renew(opened);
    } finally {
      // Even where another one is at it: its token will stand in the store.
      forget();
    }
  }

  @Override
  public void refused(Opened opened, String words) {
    if (opened.account() != null) {
      accounts.trouble(opened.account().id(), words);
      forget();
    }
  }

  @Override
  public Optional<String> trouble(String source) {
    Instant now = clock.instant();
    return connected(source).stream()
        .filter(a -> AccountView.mustBeConnectedAnew(a, now))
        .map(
            a ->
                "the account "
                    + a.handle()
                    + " must be connected anew: "
                    + (a.trouble() == null ? "it has expired" : a.trouble()))
        .findFirst();
  }

  @Override
  public Optional<String> warning(String source) {
    Instant now = clock.instant();
    return connected(source).stream()
        .filter(a -> AccountView.state(a, now).equals("expiring"))
        .map(a -> "connect the account " + a.handle() + " anew before " + a.expiresAt())
        .findFirst();
  }

  /** Accounts of the source, the first connected first. */
  List<Account> connected(String source) {
    return held(source).stream().map(Held::account).toList();
  }

  /** Reads them anew at the next use. */
  synchronized void forget() {
    readAt = Instant.MIN;
  }

  private synchronized List<Held> held(String source) {
    Instant now = clock.instant();
    if (readAt.equals(Instant.MIN) || !readAt.plus(GOOD_FOR).isAfter(now)) {
      try {
        bySource = read();
        readAt = now;
      } catch (MongoException e) {
        LOG.warnf("accounts stay as they are fault=%s", e.getMessage());
      }
    }
    return bySource.getOrDefault(source, List.of());
  }

  private Map<String, List<Held>> read() {
    Map<String, List<Held>> all = new HashMap<>();
    for (Account account : accounts.all()) {
      Optional<Connected> open =
          vault
              .open(account.id(), account.sealed())
              .map(
                  values ->
                      new Connected(
                          account.id(),
                          account.sealed(),
                          accesses.of(account.kind()).secret(values),
                          account.settings()));
      Account shown = open.isPresent() ? account : account.troubled(UNREADABLE);
      all.computeIfAbsent(account.source(), s -> new ArrayList<>()).add(new Held(shown, open));
    }
    return all;
  }
}
