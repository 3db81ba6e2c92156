package dev.frontline.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.frontline.contracts.Json;
import java.io.IOException;

/** What routing says of playbooks and of how alerts read, as the dashboard's tests hear it. */
final class TemplatesStub {

  private static final String PLAYBOOK =
      """
      {"kind":"safety","version":2,"steps":["Call <b>them","Hold back"],"statement":"We look.",
       "origin":"edited","by":"lena","at":"2026-11-24T12:00:00Z"}""";

  private static final String ALERT =
      """
      {"kind":"lead","version":0,"title":"{title}","lines":["{lines}"],"shipped":true,
       "example":{"title":"Aurora: <i>what happened","lines":["Priority high"]}}""";

  private TemplatesStub() {}

  static void playbooks(HttpExchange exchange) throws IOException {
    JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
    if (exchange.getRequestMethod().equals("GET")) {
      RoutingStub.answer(exchange, 200, "{\"items\":[" + PLAYBOOK + "]}");
    } else if (exchange.getRequestMethod().equals("PUT") && body.path("steps").size() < 2) {
      RoutingStub.answer(
          exchange,
          422,
          "{\"title\":\"Invalid value\",\"status\":422,\"detail\":\"it needs steps\","
              + "\"field\":\"steps\",\"allowed\":[\"1 to 30 steps\"]}");
    } else {
      RoutingStub.answer(exchange, 200, PLAYBOOK);
    }
  }

  static void alerts(HttpExchange exchange) throws IOException {
    RoutingStub.answer(
        exchange,
        200,
        exchange.getRequestMethod().equals("GET") ? "{\"items\":[" + ALERT + "]}" : ALERT);
  }
}
