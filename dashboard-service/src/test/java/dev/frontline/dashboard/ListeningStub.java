package dev.frontline.dashboard;

import com.sun.net.httpserver.HttpExchange;
import dev.frontline.contracts.Json;
import java.io.IOException;

/** What ingest says of its sources and queries, as the dashboard's tests hear it. */
final class ListeningStub {

  private static final String SOURCES =
      """
      [{"id":"hooks","kind":"webhook","state":"listening","posts":3,"dropped":0,"perHour":3,
        "cost":0.0,"canReply":true,"readable":false,"paused":false,"gaps":[]},
       {"id":"masto","kind":"mastodon","state":"needs attention","lastPostAt":"2026-11-24T12:00:00Z",
        "lagSeconds":90,"posts":9,"dropped":1,"perHour":2,"usualPerHour":4.5,"quotaLeft":297,
        "cost":0.0,"lastError":"it answered 401: <script>","canReply":false,"readable":true,
        "paused":false,"gaps":[{"from":"2026-11-24T10:00:00Z","to":"2026-11-24T11:00:00Z",
          "reason":"the stream does not go back that far"}]}]""";

  private static final String QUERY =
      """
      {"id":"brand:Aurora","kind":"brand","name":"Aurora","text":"\\"aurora air\\" OR <aurora>",
       "file":true,"version":1,"at":"2026-11-24T12:00:00Z"}""";

  private static final String TRIED =
      """
      {"words":"about 40 a day (between 19 and 74), estimated from 500 sampled posts of 2 days",
       "sampled":500,"found":10,"days":2.0,"perDay":{"mean":40,"low":19,"high":74},
       "minutesPerDay":160.0,"networks":{"mastodon":10},"languages":{"en":10},"heard":90,
       "heardFound":7,"samples":[{"network":"mastodon","text":"late <b>again","from":"sample"}],
       "search":{"offers":[{"source":"hn","network":"hackernews","costUpTo":0.0},
         {"source":"ex","network":"x","costUpTo":0.6}],"unable":[{"source":"red","network":"reddit",
         "why":"it needs an account"}],"for":[["late"]],"leftOut":["ai*"],"words":"not asked for: ai*",
         "asked":[%s]}}""";

  private static final String ASKED =
      """
      {"source":"hn","network":"hackernews","read":40,"found":12,"heard":3,"more":false,
       "costUpTo":0.0,"words":"found by asking hn: 12 of 40 posts matched",
       "samples":[{"network":"hackernews","text":"late <i>there","from":"asked"}]}""";

  private static final String ASKED_FOR_MONEY =
      """
      ,{"source":"ex","network":"x","read":0,"found":0,"heard":0,"more":false,"costUpTo":0.6,
       "words":"asking ex brought nothing: it answered 429","trouble":"it answered 429",
       "samples":[]}""";

  private static final String WRONG =
      """
      {"title":"The query cannot be read","status":422,"position":8,
       "detail":"At character 8: it ends here; expected a word."}""";

  private static final String EXCLUDED =
      """
      {"text":"(aurora) NOT (\\"borealis\\")","terms":["borealis"],"left":[]}""";

  private static final String TRIAL =
      """
      {"of":"source:masto","name":"masto","state":"running","since":"2026-01-01T00:00:00Z",
       "until":"2099-01-01T00:00:00Z","brought":9,"broughtByOthersToo":2,"cost":1.5}""";

  private ListeningStub() {}

  static void trials(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
    if (path.endsWith("/trials")) {
      RoutingStub.answer(exchange, 200, "{\"items\":[" + TRIAL + "]}");
    } else if (!path.contains("source:masto")) {
      RoutingStub.answer(exchange, 404, "{\"title\":\"No such trial\",\"status\":404}");
    } else if (body.contains("\"days\":0") || body.contains("keep")) {
      RoutingStub.answer(exchange, 422, "{\"title\":\"Not a length\",\"status\":422}");
    } else {
      RoutingStub.answer(exchange, 200, TRIAL);
    }
  }

  static void sources(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("GET")) {
      RoutingStub.answer(exchange, 200, SOURCES);
    } else if (path.contains("/masto/")) {
      RoutingStub.answer(exchange, 200, "{\"id\":\"masto\"}");
    } else {
      RoutingStub.answer(exchange, 404, "{\"title\":\"No such source\",\"status\":404}");
    }
  }

  static void queries(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
    String text = body.isEmpty() ? "" : Json.MAPPER.readTree(body).path("text").asText();
    if (text.endsWith(" AND")) {
      RoutingStub.answer(exchange, 422, WRONG);
    } else if (path.endsWith("/exclude")) {
      RoutingStub.answer(exchange, 200, EXCLUDED);
    } else if (path.endsWith("/dry-run")) {
      String asked = body.contains("\"askNetworks\":true") ? ASKED : "";
      String paid = body.contains("\"maySpend\":true") ? ASKED_FOR_MONEY : "";
      RoutingStub.answer(exchange, 200, TRIED.formatted(asked + paid));
    } else {
      switch (exchange.getRequestMethod()) {
        case "GET" -> RoutingStub.answer(exchange, 200, "{\"items\":[" + QUERY + "]}");
        case "POST" -> RoutingStub.answer(exchange, 201, QUERY);
        default -> RoutingStub.answer(exchange, 200, QUERY);
      }
    }
  }
}
