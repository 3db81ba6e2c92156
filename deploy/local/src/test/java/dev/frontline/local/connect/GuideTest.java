package dev.frontline.local.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.Json;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuideTest {

  private static final String BOOK =
      """
      {"key": true, "accounts": [], "sources": [
        {"source": "sky", "kind": "bluesky", "word": {"help": "In Settings.", "fields": [
          {"name": "handle", "label": "Handle", "secret": false},
          {"name": "password", "label": "App password", "secret": true}]}},
        {"source": "masto-a", "kind": "mastodon", "consent": {"help": "It asks.", "fields": [], "outOfBand": true}},
        {"source": "masto-b", "kind": "mastodon", "consent": {"help": "It asks.", "fields": [], "outOfBand": true}}]}
      """;

  private final Map<String, JsonNode> asked = new ConcurrentHashMap<>();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private HttpServer ingest;

  @BeforeEach
  void open() throws IOException {
    ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ingest.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.put(path, Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
          String answer =
              path.endsWith("/consents")
                  ? "{\"state\":\"s-1\",\"address\":\"https://masto.example/oauth\"}"
                  : "{\"source\":\"sky\",\"handle\":\"acme.example\",\"state\":\"connected\",\"posts\":true}";
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    ingest.start();
  }

  @AfterEach
  void close() {
    ingest.stop(0);
  }

  @Test
  void fieldsAreAskedForOneByOneAndWhatTheyHoldIsNotShown() throws IOException {
    JsonNode account =
        guide("acme.example\napp-pass-word\n").connect(Guide.source(book(), "bluesky"), false, "x");

    assertThat(asked.get("/internal/accounts").at("/fields/password").asText())
        .isEqualTo("app-pass-word");
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("In Settings.")
        .doesNotContain("app-pass-word");
    assertThat(AccountLines.line(account))
        .isEqualTo("sky: acme.example, reads and posts, connected");
  }

  @Test
  void consentShowsItsAddressAndTakesTheCode() throws IOException {
    guide("the-code\n").connect(Guide.source(book(), "masto-a"), false, "x");

    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("https://masto.example/oauth");
    assertThat(asked.get("/internal/accounts/consents").path("redirect").asText())
        .isEqualTo("out-of-band");
    assertThat(asked.get("/internal/accounts/consents/finish").path("code").asText())
        .isEqualTo("the-code");
  }

  @Test
  void theCodeIsFoundInTheAddressOfTheSameConsentAlone() {
    assertThat(Guide.code("http://localhost:8080/cb?state=s-1&code=a%2Fb", "s-1")).isEqualTo("a/b");
    assertThatThrownBy(() -> Guide.code("http://localhost:8080/cb?state=s-2&code=ab", "s-1"))
        .isInstanceOf(Trouble.class);
    assertThatThrownBy(() -> Guide.code("http://localhost:8080/cb?error=access_denied", "s-1"))
        .hasMessageContaining("access_denied");
  }

  @Test
  void aKindOfSeveralSourcesIsNotGuessed() {
    assertThatThrownBy(() -> Guide.source(book(), "mastodon"))
        .hasMessageContaining("masto-a")
        .hasMessageContaining("masto-b");
    assertThatThrownBy(() -> Guide.source(book(), "orkut")).hasMessageContaining("sky");
  }

  private Guide guide(String typed) {
    return new Guide(
        new AccountsDoor(
            URI.create("http://127.0.0.1:" + ingest.getAddress().getPort()),
            new InternalTokens("a key of at least thirty-two bytes", Clock.systemUTC()),
            HttpClient.newHttpClient()),
        new Terminal(
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new BufferedReader(new StringReader(typed)),
            null));
  }

  private static JsonNode book() {
    try {
      return Json.MAPPER.readTree(BOOK);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
