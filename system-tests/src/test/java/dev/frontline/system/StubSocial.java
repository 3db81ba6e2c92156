package dev.frontline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A network with Mastodon's interface, as far as a conversation needs it: a tag's timeline, who
 * mentioned us, what we wrote ourselves, and answers.
 */
final class StubSocial {

  /** Our own account, as the network names it. */
  static final String US = "quillfern";

  private static final int EPOCH_BITS = 16;

  private final HttpServer server;
  private final List<ObjectNode> statuses = new ArrayList<>();
  private int count;

  StubSocial() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Somebody writes; the status's id on this server. */
  String write(String who, String text, String inReplyTo) {
    return write(who, text, inReplyTo, Instant.now());
  }

  /** Somebody wrote at that moment. */
  synchronized String write(String who, String text, String inReplyTo, Instant now) {
    String id = String.valueOf((now.toEpochMilli() << EPOCH_BITS) + ++count);
    ObjectNode status = Outside.JSON.createObjectNode();
    status
        .put("id", id)
        .put("uri", address() + "/s/" + id)
        .put("url", address() + "/@" + who + "/" + id)
        .put("created_at", now.toString())
        .put("visibility", "public")
        .put("language", "en")
        .put("content", "<p>" + text + "</p>")
        .put("in_reply_to_id", inReplyTo);
    status.putObject("account").put("id", who).put("acct", who).put("followers_count", 40);
    statuses.add(status);
    return id;
  }

  /** The mention's id in Frontline. */
  String mentionId(String id) {
    return "mastodon:" + address() + "/s/" + id;
  }

  /** What our account wrote below the status, by whatever way. */
  synchronized List<String> answersTo(String id) {
    return statuses.stream()
        .filter(s -> author(s).equals(US) && s.path("in_reply_to_id").asText().equals(id))
        .map(s -> s.path("id").asText())
        .toList();
  }

  private static String author(JsonNode status) {
    return status.at("/account/acct").asText();
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String path = asked.getPath();
    String body;
    if (path.startsWith("/api/v1/timelines/tag/")) {
      String tag = "#" + path.substring("/api/v1/timelines/tag/".length());
      body = page(asked, s -> s.path("content").asText().contains(tag)).toString();
    } else if (path.equals("/api/v1/timelines/home")) {
      body = page(asked, s -> author(s).equals(US)).toString();
    } else if (path.equals("/api/v1/notifications")) {
      body = notifications(asked);
    } else if (path.equals("/api/v2/search")) {
      body = found(asked);
    } else if (path.equals("/api/v1/statuses")) {
      body = posted(exchange);
    } else {
      body = "{}";
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Whoever answers us is told to us, also where they leave our name out. */
  private synchronized String notifications(URI asked) {
    ArrayNode told = Outside.JSON.createArrayNode();
    for (JsonNode status : page(asked, s -> !author(s).equals(US) && answersUs(s))) {
      ObjectNode one = told.addObject();
      one.put("id", status.path("id").asText()).put("type", "mention").set("status", status);
    }
    return told.toString();
  }

  private boolean answersUs(JsonNode status) {
    String to = status.path("in_reply_to_id").asText();
    return statuses.stream()
        .anyMatch(s -> s.path("id").asText().equals(to) && author(s).equals(US));
  }

  private synchronized String found(URI asked) {
    ObjectNode found = Outside.JSON.createObjectNode();
    ArrayNode list = found.putArray("statuses");
    statuses.stream()
        .filter(s -> asked.toString().contains(Outside.encoded(s.path("uri").asText())))
        .forEach(list::add);
    return found.toString();
  }

  private synchronized String posted(HttpExchange exchange) throws IOException {
    JsonNode body = Outside.JSON.readTree(exchange.getRequestBody().readAllBytes());
    String parent = body.path("in_reply_to_id").asText();
    String id = write(US, body.path("status").asText(), parent);
    return statuses.stream()
        .filter(s -> s.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private synchronized ArrayNode page(URI asked, Predicate<ObjectNode> which) {
    String query = String.valueOf(asked.getQuery());
    long min =
        query.contains("min_id=")
            ? Long.parseLong(query.replaceFirst(".*min_id=(\\d*).*", "0$1"))
            : 0;
    ArrayNode newestFirst = Outside.JSON.createArrayNode();
    statuses.stream()
        .filter(which)
        .filter(s -> Long.parseLong(s.path("id").asText()) > min)
        .forEach(s -> newestFirst.insert(0, s));
    return newestFirst;
  }
}
