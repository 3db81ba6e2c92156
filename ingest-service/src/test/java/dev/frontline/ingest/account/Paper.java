package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The network of {@link Notebook}: takes only tokens that it gave, and each refresh token once. */
final class Paper implements AutoCloseable {

  /** Who a token belongs to. */
  final Map<String, String> tokens = new ConcurrentHashMap<>();

  final Map<String, String> codes = new ConcurrentHashMap<>();
  final Map<String, String> refreshes = new ConcurrentHashMap<>();
  final List<Map<String, String>> forms = new java.util.concurrent.CopyOnWriteArrayList<>();
  final Served served = new Served(this::answer);
  String scope = "read write";
  volatile int trouble;
  private final ArrayNode posts = Json.MAPPER.createArrayNode();
  private int given;

  synchronized void post(String text, Instant at) {
    posts.addObject().put("n", posts.size() + 1).put("text", text).put("at", at.toString());
  }

  private synchronized Reply answer(Asked asked) {
    if (trouble > 0) {
      return Reply.status(trouble);
    }
    if (asked.path().equals("/token")) {
      return token(asked);
    }
    String shown = asked.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
    String who = tokens.get(shown);
    if (who == null) {
      // Rude, as some are: it repeats the token.
      return new Reply(401, Map.of(), "unknown token " + shown);
    }
    return switch (asked.path()) {
      case "/me" -> Reply.json("{\"id\":\"id-" + who + "\",\"login\":\"" + who + "\"}");
      case "/posts" -> {
        ArrayNode page = Json.MAPPER.createArrayNode();
        long after = Long.parseLong(asked.query().get("after"));
        posts.forEach(
            p -> {
              if (p.path("n").asLong() > after) {
                page.add(p);
              }
            });
        yield Reply.json(page.toString());
      }
      case "/answers" -> Reply.json("{\"id\":\"a-" + who + "\"}");
      default -> Reply.status(404);
    };
  }

  private Reply token(Asked asked) {
    Map<String, String> form = form(asked.body());
    forms.add(form);
    String who =
        "refresh_token".equals(form.get("grant_type"))
            ? refreshes.remove(form.get("refresh_token"))
            : codes.remove(form.getOrDefault("code", ""));
    if (who == null) {
      return new Reply(400, Map.of(), "{\"error\":\"invalid_grant\"}");
    }
    given++;
    tokens.values().remove(who);
    tokens.put("access-" + given, who);
    refreshes.put("refresh-" + given, who);
    ObjectNode told = Json.MAPPER.createObjectNode();
    told.put("access_token", "access-" + given)
        .put("refresh_token", "refresh-" + given)
        .put("expires_in", 7200)
        .put("scope", scope);
    return Reply.json(told.toString());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String one : body.split("&")) {
      String[] parts = one.split("=", 2);
      form.put(
          parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    served.close();
  }
}
