package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.source.ConnectedAccounts.Connected;
import dev.frontline.ingest.source.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets a new token for an account by its refresh token, one at a time over all instances: many
 * networks take each refresh token once. The new pair is stored before it is used.
 */
@ApplicationScoped
class Renewing {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration OTHERS_TURN = Duration.ofSeconds(2);

  private final Accounts accounts;
  private final Vault vault;
  private final Accesses accesses;
  private final Leases leases;

  @Inject
  Renewing(Accounts accounts, Vault vault, Accesses accesses, Leases leases) {
    this.accounts = accounts;
    this.vault = vault;
    this.accesses = accesses;
    this.leases = leases;
  }

  /**
   * @param opened with the token that the network did not accept
   * @return whether there is another one now
   * @throws Fault where the network cannot be asked now, or another instance asks it
   */
  synchronized boolean renew(Opened opened) throws Fault, InterruptedException {
    Connected used = opened.account();
    Optional<Account> found = used == null ? Optional.empty() : accounts.find(used.id());
    Map<String, String> values =
        found.flatMap(a -> vault.open(a.id(), a.sealed())).orElse(Map.of());
    if (used == null || found.isEmpty() || values.isEmpty()) {
      return false;
    }
    Account account = found.get();
    Access access = accesses.of(account.kind());
    if (!account.sealed().equals(used.version())) {
      // Somebody else was faster, or a person connected it anew.
      return true;
    }
    Access.Consent consent = access.consent();
    if (consent == null || !values.containsKey("refresh")) {
      return false;
    }
    if (!leases.take("account:" + account.id(), LEASE, opened.now())) {
      throw Fault.busy("its token is being renewed", opened.now().plus(OTHERS_TURN));
    }
    JsonNode told = asked(opened, consent, values);
    if (told == null) {
      return false;
    }
    Granted granted = Granted.of(told, opened.now());
    Map<String, String> next = new HashMap<>(values);
    next.putAll(granted.values());
    accounts.reseal(
        account.id(),
        vault.seal(account.id(), next),
        granted.expiresAt() == null ? account.expiresAt() : granted.expiresAt());
    return true;
  }

  /** Null where the network does not take the refresh token any more. */
  private @Nullable JsonNode asked(
      Opened opened, Access.Consent consent, Map<String, String> values)
      throws Fault, InterruptedException {
    try {
      return TokenRequest.refresh(consent, accesses.at(opened.source(), values)).ask(opened);
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BUSY || e.kind() == Fault.Kind.UNREACHABLE) {
        throw e;
      }
      return null;
    }
  }
}
