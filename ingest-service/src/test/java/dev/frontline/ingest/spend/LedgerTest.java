package dev.frontline.ingest.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Purse;
import dev.frontline.kit.company.Source;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsStack
class LedgerTest {

  private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
  private static final long DOLLAR = 1_000_000;

  private final MongoClient store = MongoClients.create(EmbeddedStack.get().storeUri());
  private final String database = "ledger-" + UUID.randomUUID();
  private final Ledger ledger = new Ledger(store.getDatabase(database));

  @AfterEach
  void close() {
    store.getDatabase(database).drop();
    store.close();
  }

  @Test
  void whatIsNotLeftIsNotSpentAndTheNextMonthBeginsAnew() throws Exception {
    Purse purse = ledger.of(capped("2"), NOVEMBER);
    purse.reserve(DOLLAR);
    purse.settle(DOLLAR, DOLLAR / 2);

    assertThatThrownBy(() -> purse.reserve(2 * DOLLAR))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.SPENT);
              assertThat(fault.until()).contains(DECEMBER);
              assertThat(fault.words()).startsWith("the 2.00 US dollars for November 2026");
            });
    assertThat(purse.left()).isEqualTo(DOLLAR + DOLLAR / 2);
    assertThat(ledger.of(capped("2"), DECEMBER).left()).isEqualTo(2 * DOLLAR);
  }

  @Test
  void whatWasSpentOutlivesARestartAndIsSummed() throws Exception {
    ledger.of(capped("5"), NOVEMBER).settle(0, 3 * DOLLAR);
    ledger.of(capped("5"), DECEMBER).settle(0, DOLLAR);

    Ledger restarted = new Ledger(store.getDatabase(database));

    assertThat(restarted.all(DECEMBER))
        .isEqualTo(Map.of("paid", new Ledger.Spent(DOLLAR, 4 * DOLLAR)));
    assertThat(restarted.of(capped("5"), NOVEMBER).left()).isEqualTo(2 * DOLLAR);
  }

  @Test
  void whatCameUnaskedMayGoBeyondTheCapAndIsNoticed() throws Exception {
    Purse purse = ledger.of(capped("1"), NOVEMBER);
    purse.check();

    purse.settle(0, 2 * DOLLAR);

    assertThat(purse.left()).isZero();
    assertThatThrownBy(purse::check).isInstanceOf(Fault.class);
  }

  @ParameterizedTest
  @CsvSource({"50, 50000000", "7.5, 7500000", "0, 0", "plenty, 0"})
  void aCapIsAnAmountOfDollars(String told, long micros) {
    assertThat(Cap.of(capped(told))).isEqualTo(micros);
  }

  private static Source capped(String cap) {
    return new Source(
        "paid", "x", null, null, null, null, null, null, null, Map.of("spendCap", cap));
  }
}
