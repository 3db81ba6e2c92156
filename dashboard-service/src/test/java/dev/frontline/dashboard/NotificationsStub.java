package dev.frontline.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.frontline.contracts.Json;
import java.io.IOException;

/** What routing says of alerts, as the dashboard's tests hear it. */
final class NotificationsStub {

  private static final String DELIVERY =
      """
      {"id":"bGVhZA","kind":"lead","department":"sales","title":"Lead: Kim <i>now",
       "lines":["Which kettle?"],"link":"/cases/c-1","urgency":"normal",
       "at":"2026-11-24T12:00:00Z","sink":"sales-channel","recipient":null,"state":"unknown",
       "createdAt":"2026-11-24T12:00:00Z","endedAt":"2026-11-24T12:00:09Z","attempts":2,
       "uncertain":2,"key":"ntc_1",
       "log":[{"at":"2026-11-24T12:00:09Z","by":"routing-0","what":"gave <b>no answer"}]}""";

  private static final String SINKS =
      """
      [{"id":"sales-channel","kind":"slack","health":"closed","why":"answered 410: gone <u>",
        "since":"2026-11-24T12:00:00Z","waiting":3,"lastDay":{"sent":7,"unknown":1}},
       {"id":"press-channel","kind":"teams","health":"working","why":"","waiting":0,"lastDay":{}}]""";

  private NotificationsStub() {}

  static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
    if (path.endsWith("/sinks")) {
      RoutingStub.answer(exchange, 200, SINKS);
    } else if (path.endsWith("/settings") && exchange.getRequestMethod().equals("PUT")) {
      if (body.path("mail").asText().equals("nowhere")) {
        RoutingStub.answer(
            exchange,
            422,
            "{\"title\":\"Invalid value\",\"status\":422,\"field\":\"mail\","
                + "\"allowed\":[\"ana@example.com\"]}");
      } else {
        RoutingStub.answer(exchange, 200, body.toString());
      }
    } else if (path.endsWith("/settings")) {
      RoutingStub.answer(
          exchange,
          200,
          "{\"version\":4,\"mail\":null,\"kinds\":[\"lead\"],\"quiet\":{\"from\":\"20:00\","
              + "\"to\":\"07:00\"},\"digest\":\"PT1H\",\"companyMail\":\"anna@air.example\","
              + "\"allKinds\":[\"lead\",\"risk-rising\"]}");
    } else if (path.endsWith("/test") || path.endsWith("/bGVhZA/replay")) {
      RoutingStub.answer(exchange, 200, DELIVERY);
    } else if (path.endsWith("/replay")) {
      RoutingStub.answer(exchange, 404, "{\"title\":\"Not found\",\"status\":404}");
    } else if (query.contains("state=sent")) {
      RoutingStub.answer(exchange, 200, "{\"items\":[],\"page\":1,\"size\":50,\"total\":0}");
    } else {
      RoutingStub.answer(
          exchange, 200, "{\"items\":[" + DELIVERY + "],\"page\":1,\"size\":50,\"total\":1}");
    }
  }
}
