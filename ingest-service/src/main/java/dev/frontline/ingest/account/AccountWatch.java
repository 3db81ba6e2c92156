package dev.frontline.ingest.account;

import com.mongodb.MongoException;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.AccountExpiring;
import dev.frontline.contracts.source.SourceEvent.SourceNeedsAttention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Tells once that an account ends within seven days, or that it needs a person; and seals tokens
 * anew after the key was changed.
 */
@ApplicationScoped
class AccountWatch {

  private static final Logger LOG = Logger.getLogger(AccountWatch.class);

  private final Accounts accounts;
  private final Vault vault;
  private final EventPublisher publisher;
  private final Clock clock;

  @Inject
  AccountWatch(Accounts accounts, Vault vault, EventPublisher publisher, Clock clock) {
    this.accounts = accounts;
    this.vault = vault;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  void watch() {
    try {
      for (Account account : accounts.all()) {
        sealAnew(account);
        news(account, clock.instant()).ifPresent(event -> tell(account, event));
      }
    } catch (MongoException | KafkaException e) {
      LOG.warnf("accounts are watched again later fault=%s", e.getMessage());
    }
  }

  /** What there is to tell of it; the same every time until it changes. */
  static Optional<SourceEvent> news(Account account, Instant now) {
    return switch (AccountView.state(account, now)) {
      case "needs attention" ->
          Optional.of(
              new SourceNeedsAttention(
                  account.source(),
                  now,
                  "the account "
                      + account.handle()
                      + " must be connected anew: "
                      + account.trouble()));
      case "expired" ->
          Optional.of(
              new SourceNeedsAttention(
                  account.source(),
                  now,
                  "the account " + account.handle() + " must be connected anew: it has expired"));
      case "expiring" ->
          Optional.ofNullable(account.expiresAt())
              .map(end -> new AccountExpiring(account.source(), now, account.handle(), end));
      default -> Optional.empty();
    };
  }

  /** Told first, noted after: a crash between the two tells it again under the same id. */
  private void tell(Account account, SourceEvent event) {
    String id =
        account.id()
            + "#"
            + event.getClass().getSimpleName()
            + "#"
            + Integer.toHexString(account.sealed().hashCode());
    if (accounts.isTold(account.id(), id)) {
      return;
    }
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.SOURCES,
                event.sourceId(),
                EventFamily.SOURCES,
                Envelope.of(id, "/frontline/ingest", event.at(), event))));
    accounts.told(account.id(), id);
  }

  private void sealAnew(Account account) {
    if (vault.isOld(account.sealed())) {
      Optional<Map<String, String>> values = vault.open(account.id(), account.sealed());
      values.ifPresent(v -> accounts.seal(account, vault.seal(account.id(), v)));
    }
  }
}
