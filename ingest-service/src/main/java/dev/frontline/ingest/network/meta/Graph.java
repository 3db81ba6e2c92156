package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What Facebook and Instagram share (developers.facebook.com): the handshake, the signature over
 * the raw body, answers by the Graph. A source's secret is {@code APP_SECRET} or {@code
 * APP_SECRET:PAGE_TOKEN}, the second to answer.
 */
final class Graph {

  private static final String ADDRESS = "https://graph.facebook.com/v26.0";

  private Graph() {}

  static Traits traits(String network, Deletion deletion) {
    return new Traits(
        network,
        "none: the network calls, and tries again for 36 hours",
        Duration.ZERO,
        deletion,
        200,
        Duration.ofHours(1),
        Duration.ofHours(1),
        0,
        Replies.HERE,
        8_000,
        null,
        Terms.FREE);
  }

  static boolean genuine(Opened opened, Delivery delivery) {
    return Signatures.holds(
        delivery.header("x-hub-signature-256"), appSecret(opened), delivery.body());
  }

  /** {@code hub.challenge}, to whoever knows our verify token. */
  static Optional<String> greet(Opened opened, Delivery question) {
    String expected = opened.setting("verifyToken", "");
    String told = question.query().getOrDefault("hub.verify_token", "");
    boolean ours =
        !expected.isEmpty()
            && "subscribe".equals(question.query().get("hub.mode"))
            && Signatures.same(told, expected);
    return ours ? Optional.ofNullable(question.query().get("hub.challenge")) : Optional.empty();
  }

  /** Posts a message below what {@code path} names. */
  static Sent post(Opened opened, String network, String path, String text)
      throws Fault, InterruptedException {
    String secret = opened.needSecret();
    int colon = secret.indexOf(':');
    if (colon < 0) {
      return new Sent.Refused(
          "its secret holds no page token: write APP_SECRET:PAGE_TOKEN to answer");
    }
    String token = secret.substring(colon + 1);
    byte[] body =
        Json.MAPPER
            .createObjectNode()
            .put("message", text)
            .put(
                "appsecret_proof",
                Signatures.hex(appSecret(opened), token.getBytes(StandardCharsets.UTF_8)))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Answer answer = opened.ask(Ask.json(opened.at(ADDRESS, path), body).bearer(token));
    JsonNode made = answer.json();
    return new Sent.Posted(network + ":" + Nodes.textOr(made, "/id", "?"), null);
  }

  private static String appSecret(Opened opened) {
    String secret = String.valueOf(opened.secret());
    int colon = secret.indexOf(':');
    return colon < 0 ? secret : secret.substring(0, colon);
  }
}
