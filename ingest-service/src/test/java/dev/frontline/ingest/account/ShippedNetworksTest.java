package dev.frontline.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every network of the table that ships, with all its addresses led to one stub. */
class ShippedNetworksTest {

  private final Served served = new Served(this::answer);
  private Access current = Access.plain("none");
  private int given;

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void everyNetworkSaysWhatIsAskedOfAPersonAndWhere() {
    assertThat(Access.table(Access.shipped()).values())
        .isNotEmpty()
        .allSatisfy(
            access -> {
              assertThat(access.word() == null && access.consent() == null).isFalse();
              assertThat(access.secret()).isNotBlank();
              assertThat(access.fields()).allSatisfy(f -> assertThat(f.label()).isNotBlank());
            });
  }

  @TestFactory
  List<DynamicTest> consentLeadsToAnAccount() {
    return networks().stream()
        .filter(access -> access.consent() != null)
        .map(access -> DynamicTest.dynamicTest(access.kind(), () -> consents(access)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> aWordLeadsToAnAccount() {
    return networks().stream()
        .filter(access -> access.word() != null)
        .map(access -> DynamicTest.dynamicTest(access.kind(), () -> connects(access)))
        .toList();
  }

  private void consents(Access access) throws InterruptedException {
    current = access;
    try (Office office = office(access)) {
      Map<String, String> typed = new HashMap<>();
      access.consent().fields().forEach(f -> typed.put(f.name(), "typed-" + f.name()));
      Consenting.Begun.Off off =
          (Consenting.Begun.Off)
              office.consenting().begin("rigged", typed, "https://us.example/back", "ana");
      assertThat(off.address()).contains("response_type=code").contains("state=" + off.state());

      Outcome outcome = office.consenting().finish(off.state(), "the-code", "ana");

      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      Account account = ((Outcome.Done) outcome).account();
      assertThat(account.posts()).isTrue();
      Map<String, String> kept = office.vault.open(account.id(), account.sealed()).orElse(Map.of());
      assertThat(kept)
          .containsEntry("access", "token-" + access.consent().then().size())
          .doesNotContainKey("verifier");
      assertThat(String.valueOf(office.rig.opened().secret()))
          .isEqualTo(access.secret(kept))
          .doesNotContainPattern("\\{[a-zA-Z]+}");
    }
  }

  private void connects(Access access) {
    current = access;
    try (Office office = office(access)) {
      Map<String, String> typed = new HashMap<>();
      access.word().fields().forEach(f -> typed.put(f.name(), "typed-" + f.name()));

      Outcome outcome = office.connect(typed);

      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      String secret = String.valueOf(office.rig.opened().secret());
      assertThat(secret).startsWith("typed-").doesNotContain("{");
      access
          .settings()
          .forEach(
              name -> assertThat(office.rig.opened().setting(name, "")).isEqualTo("typed-" + name));
    }
  }

  private Office office(Access access) {
    return new Office(new Told(access.kind()), served.address(), null, access);
  }

  private List<Access> networks() {
    String table =
        Access.shipped()
            .replace("https://www.googleapis.com/auth/", "scope:")
            .replace("https://", served.address() + "/");
    return List.copyOf(Access.table(table).values());
  }

  private Reply answer(Asked asked) {
    Access.Consent consent = current.consent();
    if (asked.path().endsWith("/api/v1/apps")) {
      return Reply.json("{\"client_id\":\"made\",\"client_secret\":\"made\"}");
    }
    if (consent != null && asked.body().startsWith("grant_type=")) {
      given = 0;
      boolean basic = asked.headers().containsKey("Authorization");
      return asked.body().contains("code=the-code") && basic == consent.basic()
          ? Reply.json(
              "{\"access_token\":\"token-0\",\"refresh_token\":\"r\",\"expires_in\":3600,\"scope\":\""
                  + String.join(consent.scopeSeparator(), consent.scopes())
                  + "\"}")
          : Reply.status(400);
    }
    boolean step = (asked.path() + asked.query()).contains("access_token");
    if (consent != null && step && given < consent.then().size()) {
      given++;
      return Reply.json("{\"access_token\":\"token-" + given + "\"}");
    }
    ObjectNode said = Json.MAPPER.createObjectNode();
    Access.Check check = current.check();
    if (check != null) {
      put(said, check.id(), "id-1");
      if (check.handle() != null) {
        put(said, check.handle(), "acme");
      }
    }
    return Reply.json(said.toString());
  }

  /** Puts a value where a JSON pointer finds it. */
  private static void put(ObjectNode root, String pointer, String value) {
    String[] names = pointer.substring(1).split("/");
    ObjectNode at = root;
    for (int i = 0; i < names.length - 1; i++) {
      boolean list = names[i + 1].equals("0");
      if (list) {
        ArrayNode array = at.has(names[i]) ? (ArrayNode) at.get(names[i]) : at.putArray(names[i]);
        at = array.isEmpty() ? array.addObject() : (ObjectNode) array.get(0);
        i++;
      } else {
        at = at.has(names[i]) ? (ObjectNode) at.get(names[i]) : at.putObject(names[i]);
      }
    }
    at.put(names[names.length - 1], value);
  }

  /** A source of any kind that is only told. */
  private record Told(String kind) implements PushSource, AnsweringSource {
    @Override
    public Traits traits() {
      return new Traits(
          kind,
          "none",
          Duration.ZERO,
          Traits.Deletion.NONE,
          1_000,
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          0,
          Traits.Replies.HERE,
          0,
          null,
          Traits.Terms.FREE);
    }

    @Override
    public boolean genuine(Opened opened, Delivery delivery) {
      return true;
    }

    @Override
    public Page take(Opened opened, Delivery delivery) {
      throw new UnsupportedOperationException("nothing is told here");
    }

    @Override
    public Sent answer(Opened opened, ReplyRequested reply, boolean again) {
      return new Sent.Refused("nothing is answered here");
    }
  }
}
