package dev.frontline.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.AccountExpiring;
import dev.frontline.contracts.source.SourceEvent.SourceNeedsAttention;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.kit.kafka.EventPublisher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountWatchTest {

  private static final Access ACCESS = Access.table(Notebook.TABLE).get("notebook");
  private static final Instant NOON = Rig.NOON;

  private final Paper paper = new Paper();
  private final Office office = new Office(new Notebook(), paper.served.address(), null, ACCESS);

  @AfterEach
  void close() {
    office.close();
    paper.close();
  }

  @Test
  void sevenDaysBeforeItsEndPeopleAreToldOnce() {
    stored(NOON.plus(Duration.ofDays(8)), Office.KEY);
    watch(Office.KEY, "").watch();
    assertThat(told()).isEmpty();

    office.rig.clock.forward(Duration.ofDays(1));
    watch(Office.KEY, "").watch();
    office.rig.clock.forward(Duration.ofHours(1));
    watch(Office.KEY, "").watch();

    assertThat(office.rig.broker.history()).hasSize(1);
    assertThat(told())
        .singleElement()
        .isInstanceOfSatisfying(
            AccountExpiring.class,
            event -> {
              assertThat(event.account()).isEqualTo("morrowby");
              assertThat(event.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(8)));
            });
  }

  @Test
  void whatIsPastItsEndOrRefusedNeedsAPerson() {
    stored(NOON.plus(Duration.ofDays(1)), Office.KEY);
    office.rig.clock.forward(Duration.ofDays(2));

    watch(Office.KEY, "").watch();

    assertThat(told())
        .singleElement()
        .isInstanceOfSatisfying(
            SourceNeedsAttention.class,
            event -> assertThat(event.reason()).contains("morrowby").contains("expired"));
  }

  @Test
  void anAccountWithoutAnEndIsNotWarnedOf() {
    stored(null, Office.KEY);

    watch(Office.KEY, "").watch();

    assertThat(told()).isEmpty();
  }

  @Test
  void afterTheKeyWasChangedTokensAreSealedAnewByIt() {
    String next = "bmV4dCBrZXkgbmV4dCBrZXkgbmV4dCBrZXkgbmV4dCE=";
    stored(null, Office.KEY);
    String before = office.accounts.all().get(0).sealed();

    watch(next, Office.KEY).watch();

    Account after = office.accounts.all().get(0);
    assertThat(after.sealed()).isNotEqualTo(before);
    assertThat(new Vault(next, "").open(after.id(), after.sealed()))
        .contains(Map.of("access", "paper-token-1"));
  }

  private void stored(@Nullable Instant end, String key) {
    String id = "rigged~1";
    office.accounts.put(
        new Account(
            id,
            "rigged",
            "notebook",
            "morrowby",
            null,
            null,
            Map.of(),
            new Vault(key, "").seal(id, Map.of("access", "paper-token-1")),
            List.of(),
            true,
            false,
            end,
            NOON,
            "ana",
            NOON,
            List.of(),
            null));
  }

  private AccountWatch watch(String key, String former) {
    return new AccountWatch(
        office.accounts,
        new Vault(key, former),
        new EventPublisher(office.rig.broker),
        office.rig.clock);
  }

  private List<SourceEvent> told() {
    return office.rig.sourceEvents();
  }
}
