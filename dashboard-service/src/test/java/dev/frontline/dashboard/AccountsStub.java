package dev.frontline.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.frontline.contracts.Json;
import java.io.IOException;

/** What ingest says of accounts and of how posts can be answered, as tests hear it. */
final class AccountsStub {

  private static final String ACCOUNT =
      """
      {"id":"masto~42","source":"masto","kind":"mastodon","network":"Mastodon","handle":"aurora",
       "name":"Aurora <b>Air</b>","link":"javascript:alert(1)","state":"expiring",
       "what":"Connect it anew within 5 days, then nothing is missed.","posts":true,
       "scopes":["read","write:statuses"],"renews":false,"expiresAt":"2026-12-03T12:00:00Z",
       "connectedAt":"2026-11-03T12:00:00Z","connectedBy":"odin","checkedAt":"2026-11-03T12:00:00Z",
       "roles":["sales"],"first":true}""";

  private static final String SOURCES =
      """
      [{"source":"masto","kind":"mastodon","network":"Mastodon","environment":false,
        "word":{"help":"Copy the token.","fields":[{"name":"access","label":"Access token","secret":true}]},
        "consent":{"help":"It asks.","fields":[],"outOfBand":true}},
       {"source":"sky","kind":"bluesky","network":"Bluesky","environment":true,
        "word":{"help":"In Settings.","fields":[{"name":"handle","label":"Handle","secret":false},
          {"name":"password","label":"App password","secret":true}]}}]""";

  private static final String CHANNELS =
      """
      [{"source":"two-accounts","here":true,"longest":500,"summoned":false,"speakers":[
         {"id":"two-accounts~1","handle":"aurora","roles":[]},
         {"id":"two-accounts~2","handle":"aurora_help","name":"Aurora Help","roles":[]},
         {"id":"two-accounts~3","handle":"aurora_sales","roles":["sales"]}]},
       {"source":"elsewhere","here":false,"why":"Its network takes no answers from here.","longest":0,
        "speakers":[],"summoned":false}]""";

  private AccountsStub() {}

  static void channels(HttpExchange exchange) throws IOException {
    RoutingStub.answer(exchange, 200, CHANNELS);
  }

  static void accounts(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    JsonNode body = bytes.length == 0 ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(bytes);
    if (path.endsWith("/consents")) {
      RoutingStub.answer(
          exchange,
          200,
          "{\"state\":\"s-1\",\"address\":\"https://masto.example/oauth?redirect_uri="
              + body.path("redirect").asText()
              + "\"}");
    } else if (path.endsWith("/finish") && !body.path("code").asText().equals("good-code")) {
      RoutingStub.answer(
          exchange, 422, "{\"title\":\"Mastodon gave no token\",\"detail\":\"Begin again.\"}");
    } else if (body.at("/fields/password").asText().equals("wrong")) {
      RoutingStub.answer(
          exchange, 422, "{\"title\":\"Bluesky does not accept it\",\"detail\":\"It said 401.\"}");
    } else if (exchange.getRequestMethod().equals("GET")) {
      RoutingStub.answer(
          exchange,
          200,
          "{\"accounts\":[" + ACCOUNT + "],\"sources\":" + SOURCES + ",\"key\":true}");
    } else {
      RoutingStub.answer(exchange, 200, ACCOUNT);
    }
  }
}
