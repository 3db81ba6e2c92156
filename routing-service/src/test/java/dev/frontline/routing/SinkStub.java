package dev.frontline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.frontline.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat channel of the company: takes what it is posted, and says on GET what it has. */
public final class SinkStub implements QuarkusTestResourceLifecycleManager {

  private static final String URL = "test.sink.url";

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
              received.add(new String(body, StandardCharsets.UTF_8));
            }
            byte[] all = received.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, all.length);
            exchange.getResponseBody().write(all);
          }
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/chat";
    System.setProperty(URL, url);
    return Map.of(URL, url);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  /** What the channel shows of messages that contain the words. */
  static List<String> shown(String words) {
    try {
      String all =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(System.getProperty(URL))).GET().build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      List<String> shown = new ArrayList<>();
      for (JsonNode message : Json.MAPPER.readTree(all)) {
        if (message.toString().contains(words)) {
          shown.add(message.path("text").asText());
        }
      }
      return shown;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
