package dev.frontline.ingest.network.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions by app password. A server allows 300 new ones a day, so one is kept until it is refused.
 */
final class Sessions {

  private static final String PDS = "https://bsky.social";

  private final Map<String, Session> byAccount = new ConcurrentHashMap<>();

  /**
   * @param did the account
   */
  record Session(String did, String token) {}

  static URI at(Opened opened, String method) {
    return URI.create(opened.setting("pds", PDS) + "/xrpc/" + method);
  }

  Session of(Opened opened) throws Fault, InterruptedException {
    Session kept = byAccount.get(key(opened));
    if (kept != null) {
      return kept;
    }
    String handle =
        opened
            .setting("handle")
            .orElseThrow(
                () -> new Fault(Fault.Kind.SIGNED_OUT, "it needs settings.handle, the account"));
    String body =
        Json.MAPPER
            .createObjectNode()
            .put("identifier", handle)
            .put("password", opened.needSecret())
            .toString();
    JsonNode made =
        opened
            .ask(
                Ask.json(
                    at(opened, "com.atproto.server.createSession"),
                    body.getBytes(StandardCharsets.UTF_8)))
            .json();
    Session session =
        new Session(Nodes.textOr(made, "/did", ""), Nodes.textOr(made, "/accessJwt", ""));
    byAccount.put(key(opened), session);
    return session;
  }

  void forget(Opened opened) {
    byAccount.remove(key(opened));
  }

  /** An account whose password was changed signs in anew. */
  private static String key(Opened opened) {
    return opened.id()
        + "|"
        + opened.setting("handle", "")
        + "|"
        + String.valueOf(opened.secret()).hashCode();
  }
}
