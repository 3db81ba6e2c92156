package dev.frontline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.CaseTimes;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void aMentionWithoutOutcomeIsLost() {
    Ledger ledger =
        Ledger.count(Set.of("n:1", "n:2"), Map.of("n:1", Outcome.FILED), List.of(), Set.of(), 0);

    assertThat(ledger.lost()).isEqualTo(1);
    assertThat(ledger.holds()).isFalse();
  }

  @Test
  void aDeadLetterIsNotLost() {
    Ledger ledger = Ledger.count(Set.of("n:1"), Map.of(), List.of(), Set.of("n:1"), 0);

    assertThat(ledger.dead()).isEqualTo(1);
    assertThat(ledger.holds()).isTrue();
  }

  @Test
  void aMentionInTwoCasesOfOneBrandIsADuplicate() {
    Ledger ledger =
        Ledger.count(
            Set.of(),
            Map.of(),
            List.of(aCase("c1", "Acme", "n:1", "ana"), aCase("c2", "Acme", "n:1", "bo")),
            Set.of(),
            0);

    assertThat(ledger.duplicates()).isEqualTo(1);
  }

  @Test
  void aMentionMayStandInOneCaseOfEachBrand() {
    Ledger ledger =
        Ledger.count(
            Set.of(),
            Map.of(),
            List.of(aCase("c1", "Acme", "n:1", "ana"), aCase("c2", "Other", "n:1", "ana")),
            Set.of(),
            0);

    assertThat(ledger.duplicates()).isZero();
  }

  @Test
  void theLineNamesEveryPlace() {
    Ledger ledger =
        Ledger.count(Set.of("n:1"), Map.of("n:1", Outcome.FILED), List.of(), Set.of(), 2);

    assertThat(ledger.line(10))
        .isEqualTo(
            "RESULT in=1 opened=0 joined=0 folded=0 filed=1 withdrawn=0 parked=2 dead=0 lost=0"
                + " duplicates=0 kills=10");
  }

  @Test
  void crashesAreNamedAndCountWherePartsAreToldToStop() {
    Ledger whole = Ledger.count(Set.of(), Map.of(), List.of(), Set.of(), 0);

    ChaosResult told = new ChaosResult(whole, new KillPlan(20, StopSignal.TERM, "classify", 1), 1);

    assertThat(told.line()).endsWith(" duplicates=0 kills=20 crashes=1");
    assertThat(told.holds()).isFalse();
  }

  @Test
  void partsThatAreKilledCannotEndCleanly() {
    Ledger whole = Ledger.count(Set.of(), Map.of(), List.of(), Set.of(), 0);

    ChaosResult killed = new ChaosResult(whole, new KillPlan(5, StopSignal.KILL, null, 1), 1);

    assertThat(killed.line()).endsWith(" kills=5");
    assertThat(killed.holds()).isTrue();
  }

  private static CaseSlip aCase(String id, String brand, String mentionId, String author) {
    Author by = new Author(author, author, null, null, null, null);
    Mention mention =
        new Mention(
            mentionId,
            "n",
            by,
            "text",
            null,
            NOON,
            NOON,
            NOON,
            null,
            null,
            null,
            null,
            List.of(),
            Engagement.NONE,
            PostState.LIVE,
            mentionId,
            "hooks",
            List.of(),
            null,
            0,
            1,
            false,
            true,
            true,
            false);
    Classification judged =
        new Classification(
            Map.of(),
            Sentiment.NEUTRAL,
            "en",
            "0",
            "m",
            false,
            false,
            null,
            null,
            null,
            NOON,
            List.of(),
            List.of());
    return CaseSlip.of(
        new CaseState(
            id,
            1,
            brand,
            mentionId,
            "n",
            by,
            CaseStatus.QUEUED,
            "customer-service",
            Priority.NORMAL,
            null,
            null,
            false,
            null,
            List.of(new CaseMention(mention, judged, false)),
            0,
            0,
            null,
            new Route("r", List.of()),
            null,
            List.of(),
            List.of(),
            List.of(),
            new CaseTimes(NOON, NOON, null, null, null, NOON, null, null, 0),
            null,
            null,
            false,
            false,
            null));
  }
}
