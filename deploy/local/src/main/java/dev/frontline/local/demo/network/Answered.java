package dev.frontline.local.demo.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back to the browser or the service that asked. */
record Answered(int status, String type, byte[] body) {

  static Answered json(int status, Object body) throws JsonProcessingException {
    return new Answered(status, "application/json", Json.MAPPER.writeValueAsBytes(body));
  }

  static Answered problem(int status, String detail) throws JsonProcessingException {
    return new Answered(
        status,
        "application/problem+json",
        Json.MAPPER.writeValueAsBytes(Map.of("status", status, "detail", detail)));
  }

  static Answered html(int status, String page) {
    return new Answered(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  void send(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; connect-src 'self';"
                + " style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
