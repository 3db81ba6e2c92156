package dev.frontline.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.frontline.contracts.Json;
import java.io.IOException;

/** What routing says of watch rules, as the dashboard's tests hear it. */
final class WatchRulesStub {

  private static final String RULE =
      """
      {"id":"w-1","version":2,"name":"Loud <b>voices","when":"volume ×3 within 60 minutes, at least 10 posts",
       "brand":null,"department":"pr","people":["lena"],"quiet":{"from":"22:00","to":"06:00"},
       "coolDown":"PT2H","file":false,"by":"lena","at":"2026-11-24T12:00:00Z","may":true,
       "fired":[{"at":"2026-11-24T12:00:00Z","brand":"Aurora","what":"40 posts <i>where 10 are usual.","link":"/incidents"}]}""";

  private WatchRulesStub() {}

  static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
    if (exchange.getRequestMethod().equals("DELETE")) {
      exchange.sendResponseHeaders(path.endsWith("/w-1") ? 204 : 404, -1);
      exchange.close();
    } else if (path.endsWith("/dry-run")) {
      RoutingStub.answer(
          exchange,
          200,
          "{\"words\":\"volume ×3\",\"days\":14,\"recordedHours\":336,\"fired\":3,\"times\":"
              + "[{\"at\":\"2026-11-24T12:00:00Z\",\"brand\":\"Aurora\",\"what\":\"40 posts <i>\"}]}");
    } else if (exchange.getRequestMethod().equals("GET")) {
      RoutingStub.answer(exchange, 200, "{\"items\":[" + RULE + "],\"forms\":[\"volume ×3\"]}");
    } else if (body.path("when").asText().equals("nonsense")) {
      RoutingStub.answer(
          exchange,
          422,
          "{\"title\":\"Invalid value\",\"status\":422,\"detail\":\"'nonsense' was not understood\","
              + "\"field\":\"when\",\"allowed\":[\"volume ×3\"]}");
    } else {
      ObjectNode kept = (ObjectNode) Json.MAPPER.readTree(RULE);
      kept.setAll((ObjectNode) body);
      RoutingStub.answer(
          exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, kept.toString());
    }
  }
}
