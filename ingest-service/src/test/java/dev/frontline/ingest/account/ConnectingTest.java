package dev.frontline.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.Rig;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectingTest {

  private static final Access ACCESS = Access.table(Notebook.TABLE).get("notebook");

  private final Paper paper = new Paper();
  private final Office office = new Office(new Notebook(), paper.served.address(), null, ACCESS);

  @AfterEach
  void close() {
    office.close();
    paper.close();
  }

  @Test
  void aTokenThatWorksIsStoredSealedAndTheSourceIsReadByIt() {
    paper.tokens.put("paper-token-1", "morrowby");
    paper.post("the kettlery leaks", Rig.NOON);

    Outcome outcome = office.connect(Map.of("access", "paper-token-1"));
    office.rig.turn();

    Account account = ((Outcome.Done) outcome).account();
    assertThat(account.handle()).isEqualTo("morrowby");
    assertThat(account.posts()).isTrue();
    assertThat(office.rig.posted()).hasSize(1);
    for (Document stored : office.database.getCollection("accounts").find()) {
      assertThat(stored.toJson()).doesNotContain("paper-token-1").contains("v1.");
    }
  }

  @Test
  void aTokenThatIsNotTakenIsNotStoredAndNotRepeated() {
    Outcome outcome = office.connect(Map.of("access", "wrong-token-7"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.detail()).contains("401").doesNotContain("wrong-token-7");
            });
    assertThat(office.accounts.all()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(office.connect(Map.of()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.errors().get(0).field()).isEqualTo("access"));
  }

  @Test
  void withoutAKeyNothingIsStored() {
    paper.tokens.put("paper-token-1", "morrowby");
    try (Office keyless =
        new Office(new Notebook(), paper.served.address(), null, ACCESS, new Vault("", ""))) {
      assertThat(keyless.connect(Map.of("access", "paper-token-1")))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.detail()).contains("FRONTLINE_SECRET_KEY"));
      assertThat(keyless.accounts.all()).isEmpty();
    }
  }

  @Test
  void aTokenOfTheEnvironmentServesUntilAnAccountIsConnected() {
    paper.tokens.put("from-environment", "old");
    paper.tokens.put("paper-token-1", "morrowby");
    try (Office both =
        new Office(new Notebook(), paper.served.address(), "from-environment", ACCESS)) {
      assertThat(both.rig.opened().secret()).isEqualTo("from-environment");

      both.connect(Map.of("access", "paper-token-1"));

      assertThat(both.rig.opened().secret()).isEqualTo("paper-token-1");
    }
  }

  @Test
  void aRevokedTokenNeedsAttentionAndNothingSaidMeanwhileIsLost() {
    paper.tokens.put("paper-token-1", "morrowby");
    office.connect(Map.of("access", "paper-token-1"));
    paper.post("kettlery one", Rig.NOON);
    office.rig.run(Duration.ofMinutes(2));
    paper.tokens.clear();
    paper.post("kettlery two", office.rig.clock.instant());
    office.rig.run(Duration.ofMinutes(10));

    assertThat(office.rig.needsAttention()).isTrue();
    assertThat(office.rig.trouble()).contains("connected anew").doesNotContain("paper-token-1");
    assertThat(office.held.trouble("rigged").orElse("")).contains("morrowby");
    assertThat(AccountView.state(office.accounts.all().get(0), office.rig.clock.instant()))
        .isEqualTo("needs attention");

    paper.tokens.put("paper-token-2", "morrowby");
    paper.post("kettlery three", office.rig.clock.instant());
    office.connect(Map.of("access", "paper-token-2"));
    office.rig.run(Duration.ofMinutes(6));

    assertThat(office.rig.needsAttention()).isFalse();
    assertThat(office.held.trouble("rigged")).isEmpty();
    assertThat(office.accounts.all()).hasSize(1);
    assertThat(office.rig.posted())
        .extracting(Mention::text)
        .containsExactly("kettlery one", "kettlery two", "kettlery three");
  }

  @Test
  void eachAccountSpeaksByItsOwnTokenAndTheFirstOneReads() {
    paper.tokens.put("paper-token-1", "morrowby");
    paper.tokens.put("paper-token-2", "morrowby_help");
    office.connect(Map.of("access", "paper-token-1"));
    office.rig.clock.forward(Duration.ofMinutes(1));
    office.connect(Map.of("access", "paper-token-2"));

    assertThat(office.rig.opened().secret()).isEqualTo("paper-token-1");
    assertThat(openedBy("@Morrowby_Help")).isEqualTo("paper-token-2");
    assertThat(openedBy("rigged~id-morrowby")).isEqualTo("paper-token-1");
    assertThat(openedBy("somebody_else")).isNull();
  }

  @Test
  void aTestFindsOutThatATokenWasTakenBack() throws InterruptedException {
    paper.tokens.put("paper-token-1", "morrowby");
    office.connect(Map.of("access", "paper-token-1"));
    paper.tokens.clear();

    Outcome outcome = office.connecting().test(office.accounts.all().get(0));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(String.valueOf(office.accounts.all().get(0).trouble()))
        .contains("401")
        .doesNotContain("paper-token-1");
  }

  @Test
  void anotherKeyOpensNothingAndTheAccountSaysSo() {
    paper.tokens.put("paper-token-1", "morrowby");
    office.connect(Map.of("access", "paper-token-1"));
    String other = "b3RoZXIga2V5IG90aGVyIGtleSBvdGhlciBrZXkgb3Q=";

    Account stored = office.accounts.all().get(0);

    assertThat(new Vault(other, "").open(stored.id(), stored.sealed())).isEmpty();
    assertThat(new Vault(other, Office.KEY).open(stored.id(), stored.sealed())).isPresent();
    assertThat(new Vault(other, Office.KEY).isOld(stored.sealed())).isTrue();
  }

  private @Nullable String openedBy(String account) {
    return office
        .rig
        .kinds()
        .open(office.rig.source(), new Notebook(), account, office.rig.clock.instant())
        .secret();
  }
}
