package dev.frontline.dashboard.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks passwords. One bcrypt check costs some 100 ms, so a right one is remembered for five
 * minutes under an HMAC; after ten wrong ones in a minute for a user from an address, no more are
 * looked at until that minute is over.
 */
@ApplicationScoped
class Credentials {

  static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 10_000;
  // Looked at where the user is unknown, so that the answer takes as long as for a known one.
  private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody's");

  private final AccountStore store;
  private final Clock clock;
  private final Signature memory;
  private final Map<String, Instant> verified = new ConcurrentHashMap<>();
  private final WrongTries wrong = new WrongTries();

  @Inject
  Credentials(
      AccountStore store, Clock clock, @ConfigProperty(name = "frontline.service-key") String key) {
    this.store = store;
    this.clock = clock;
    this.memory = new Signature(key, "credential");
  }

  enum Verdict {
    RIGHT,
    WRONG,
    TOO_MANY
  }

  /** Whether this password was found right within the last five minutes. */
  boolean remembered(String user, String password) {
    Instant until = verified.get(memory.of(user + "\n" + password));
    return until != null && until.isAfter(clock.instant());
  }

  /** May take 100 ms. */
  Verdict check(String user, String password, String address) {
    if (remembered(user, password)) {
      return Verdict.RIGHT;
    }
    Instant now = clock.instant();
    String who = user + " " + address;
    if (wrong.tooMany(who, now)) {
      return Verdict.TOO_MANY;
    }
    Optional<AccountStore.Account> account = store.find(user);
    String hash = account.map(AccountStore.Account::hash).orElse(NOBODYS_HASH);
    if (BcryptUtil.matches(password, hash) && account.isPresent()) {
      tidy(now);
      verified.put(memory.of(user + "\n" + password), now.plus(REMEMBERED));
      wrong.forget(who);
      return Verdict.RIGHT;
    }
    wrong.add(who, now);
    return Verdict.WRONG;
  }

  private void tidy(Instant now) {
    verified.values().removeIf(until -> until.isBefore(now));
    if (verified.size() > MOST_REMEMBERED) {
      verified.clear();
    }
  }
}
