package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import java.nio.charset.StandardCharsets;

/** Requests to the Graph (developers.facebook.com), each with the proof that it is the app's. */
final class Graph {

  private static final String ADDRESS = "https://graph.facebook.com/v26.0";

  private Graph() {}

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

  static String appSecret(Opened opened) {
    String secret = String.valueOf(opened.secret());
    int colon = secret.indexOf(':');
    return colon < 0 ? secret : secret.substring(0, colon);
  }
}
