package dev.frontline.ingest.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class GoogleAccountTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void aServiceAccountShowsAnAssertionSignedWithItsKey() throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    KeyPair pair = keys.generateKeyPair();

    Ask ask = GoogleAccount.in(serviceAccount(pair), "scope-1", NOON).ask();

    String form = new String(Objects.requireNonNull(ask.body()), StandardCharsets.UTF_8);
    String assertion = form.replaceAll(".*assertion=([^&]*).*", "$1");
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(URLDecoder.decode(assertion, StandardCharsets.UTF_8));
    signature.setKey(pair.getPublic());
    assertThat(signature.verifySignature()).isTrue();
    assertThat(signature.getHeader("kid")).isEqualTo("k1");
    assertThat(Json.MAPPER.readTree(signature.getPayload()))
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"iss\":\"robot@acme\",\"scope\":\"scope-1\",\"aud\":\"https://tokens.example/t\","
                    + "\"iat\":1772452800,\"exp\":1772456100}"));
    assertThat(ask.address()).hasToString("https://tokens.example/t");
  }

  @Test
  void whatIsNoKeyFileIsSaidWithoutShowingIt() {
    assertThatThrownBy(() -> GoogleAccount.in("{\"private_key\": hush", "s", NOON))
        .isInstanceOf(Fault.class)
        .hasMessageNotContaining("hush");
    assertThatThrownBy(() -> GoogleAccount.in("{\"private_key\":\"hush\"}", "s", NOON).ask())
        .isInstanceOf(Fault.class)
        .hasMessageNotContaining("hush");
  }

  private static String serviceAccount(KeyPair pair) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return Json.MAPPER
        .createObjectNode()
        .put("type", "service_account")
        .put("private_key_id", "k1")
        .put("private_key", pem)
        .put("client_email", "robot@acme")
        .put("token_uri", "https://tokens.example/t")
        .toString();
  }
}
