package dev.frontline.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.source.Opened;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentingTest {

  private static final Access ACCESS = Access.table(Notebook.TABLE).get("notebook");
  private static final String BACK = "https://frontline.example/accounts/callback";
  private static final Map<String, String> CLIENT =
      Map.of("clientId", "client-1", "clientSecret", "client-secret-1");

  private final Paper paper = new Paper();
  private final Office office = new Office(new Notebook(), paper.served.address(), null, ACCESS);

  @AfterEach
  void close() {
    office.close();
    paper.close();
  }

  @Test
  void whoeverAgreesComesBackWithACodeAndTheAccountIsConnected() throws Exception {
    Consenting.Begun.Off off = begin();
    Map<String, String> query = query(off.address());
    assertThat(query)
        .containsEntry("client_id", "client-1")
        .containsEntry("redirect_uri", BACK)
        .containsEntry("scope", "read write")
        .containsEntry("state", off.state())
        .containsEntry("code_challenge_method", "S256")
        .doesNotContainKey("client_secret");
    paper.codes.put("code-1", "morrowby");

    Outcome outcome = office.consenting().finish(off.state(), "code-1", "ana");

    Account account = ((Outcome.Done) outcome).account();
    assertThat(account.handle()).isEqualTo("morrowby");
    assertThat(account.scopes()).containsExactly("read", "write");
    assertThat(account.renews()).isTrue();
    assertThat(account.expiresAt()).isNull();
    Map<String, String> form = paper.forms.get(0);
    assertThat(Consenting.challenge(form.get("code_verifier")))
        .isEqualTo(query.get("code_challenge"));
    assertThat(form).containsEntry("redirect_uri", BACK);
    for (String collection : List.of("accounts", "consents")) {
      for (Document d : office.database.getCollection(collection).find()) {
        assertThat(d.toJson()).doesNotContain("access-1", "refresh-1", "client-secret-1");
      }
    }
  }

  @Test
  void whatWaitsForSomebodyToComeBackHoldsNoSecretInClear() throws Exception {
    begin();

    List<Document> waiting = new ArrayList<>();
    office.database.getCollection("consents").find().into(waiting);

    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).toJson()).doesNotContain("client-secret-1");
  }

  @Test
  void aStateIsGoodOnceAndForWhoeverBegan() throws Exception {
    Consenting.Begun.Off off = begin();
    paper.codes.put("code-1", "morrowby");

    assertThat(office.consenting().finish(off.state(), "code-1", "mallory"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
    assertThat(office.consenting().finish(off.state(), "code-1", "ana"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.status()).isEqualTo(409));
    assertThat(office.consenting().finish("invented", "code-1", "ana"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(office.accounts.all()).isEmpty();
  }

  @Test
  void whoTakesLongerThanTenMinutesBeginsAgain() throws Exception {
    Consenting.Begun.Off off = begin();
    paper.codes.put("code-1", "morrowby");
    office.rig.clock.forward(Duration.ofMinutes(11));

    assertThat(office.consenting().finish(off.state(), "code-1", "ana"))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aScopeThatWasNotGrantedMeansThatItCannotAnswer() throws Exception {
    paper.scope = "read";
    paper.codes.put("code-1", "morrowby");

    Outcome outcome = office.consenting().finish(begin().state(), "code-1", "ana");

    assertThat(((Outcome.Done) outcome).account().posts()).isFalse();
  }

  @Test
  void anExpiredTokenIsRenewedAndNobodyNotices() throws Exception {
    connected();
    paper.post("kettlery one", Rig.NOON);
    office.rig.run(Duration.ofMinutes(1));
    paper.tokens.clear();
    paper.post("kettlery two", office.rig.clock.instant());

    office.rig.run(Duration.ofMinutes(3));

    assertThat(office.rig.needsAttention()).isFalse();
    assertThat(office.rig.posted())
        .extracting(Mention::text)
        .containsExactly("kettlery one", "kettlery two");
    assertThat(paper.refreshes).containsOnlyKeys("refresh-2");
  }

  @Test
  void manyWhoFindTheTokenExpiredRenewItOnce() throws Exception {
    connected();
    Opened before = office.rig.opened();
    paper.tokens.clear();
    HeldAccounts other = office.another(office.rig.clock, "rig-1");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> renewed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      HeldAccounts one = i % 2 == 0 ? office.held : other;
      renewed.add(
          threads.submit(
              () -> {
                try {
                  return one.renew(before);
                } catch (Fault e) {
                  return e.kind() == Fault.Kind.BUSY;
                }
              }));
    }
    for (Future<Boolean> one : renewed) {
      assertThat(one.get()).isTrue();
    }
    threads.shutdown();

    assertThat(paper.forms).filteredOn(f -> "refresh_token".equals(f.get("grant_type"))).hasSize(1);
    assertThat(office.rig.opened().secret()).isEqualTo("access-2");
    assertThat(other.of("rigged", null).orElseThrow().secret()).isEqualTo("access-2");
  }

  @Test
  void aNetworkThatCannotRenewNowIsAskedAgainAndNoPersonIsCalled() throws Exception {
    connected();
    paper.tokens.clear();
    office.rig.turn();
    paper.trouble = 503;
    office.rig.clock.forward(Duration.ofMinutes(2));
    office.rig.turn();

    assertThat(office.rig.needsAttention()).isFalse();

    paper.trouble = 0;
    office.rig.run(Duration.ofMinutes(10));
    assertThat(office.rig.trouble()).isEmpty();
  }

  @Test
  void aRefreshTokenThatIsNotTakenNeedsAPerson() throws Exception {
    connected();
    paper.tokens.clear();
    paper.refreshes.clear();

    office.rig.turn();

    assertThat(office.rig.needsAttention()).isTrue();
    assertThat(office.accounts.all().get(0).trouble()).isNotNull();
  }

  private void connected() throws InterruptedException {
    paper.codes.put("code-1", "morrowby");
    assertThat(office.consenting().finish(begin().state(), "code-1", "ana"))
        .isInstanceOf(Outcome.Done.class);
  }

  private Consenting.Begun.Off begin() throws InterruptedException {
    return (Consenting.Begun.Off) office.consenting().begin("rigged", CLIENT, BACK, "ana");
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String one : URI.create(address).getRawQuery().split("&")) {
      String[] parts = one.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
