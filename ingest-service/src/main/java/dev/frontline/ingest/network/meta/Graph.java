package dev.frontline.ingest.network.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests to the Graph (developers.facebook.com), each with the proof that it is the app's. */
final class Graph {

  private static final String ADDRESS = "https://graph.facebook.com/v26.0";
  private static final String PROOF = "appsecret_proof";

  /** The Graph counts by the hour, and tells in none of its errors when that is over. */
  private static final Duration REST = Duration.ofMinutes(15);

  private Graph() {}

  /** Whether the source's secret holds a page token beside the app's secret. */
  static Optional<String> token(Opened opened) {
    String secret = String.valueOf(opened.secret());
    int colon = secret.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(secret.substring(colon + 1));
  }

  static JsonNode get(Opened opened, String path, Map<String, String> query)
      throws Fault, InterruptedException {
    String token = token(opened).orElse("");
    Map<String, String> all = new LinkedHashMap<>(query);
    all.put(PROOF, proof(opened, token));
    return ask(opened, Ask.get(opened.at(ADDRESS, path), all).bearer(token));
  }

  /**
   * Posts a message below what {@code path} names.
   *
   * @param besides further fields of the request
   */
  static Sent post(
      Opened opened, String network, String path, String text, Map<String, String> besides)
      throws Fault, InterruptedException {
    opened.needSecret();
    Optional<String> token = token(opened);
    if (token.isEmpty()) {
      return new Sent.Refused(
          "its secret holds no page token: write APP_SECRET:PAGE_TOKEN to answer");
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    besides.forEach(body::put);
    body.put("message", text).put(PROOF, proof(opened, token.get()));
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode made = ask(opened, Ask.json(opened.at(ADDRESS, path), bytes).bearer(token.get()));
    return new Sent.Posted(network + ":" + Nodes.textOr(made, "/id", "?"), null);
  }

  private static JsonNode ask(Opened opened, Ask ask) throws Fault, InterruptedException {
    try {
      return opened.ask(ask).json();
    } catch (Fault e) {
      throw named(opened, e);
    }
  }

  /** What the Graph's own error codes mean; most of them come with status 400. */
  private static Fault named(Opened opened, Fault fault) {
    JsonNode error = error(fault);
    int code = error.path("code").asInt();
    switch (code) {
      case 4, 17, 32, 613, 80_001, 80_002, 80_006 -> {
        opened.web().rest(opened.now().plus(REST));
        return Fault.busy(fault.words(), opened.now().plus(REST));
      }
      case 102, 190 -> {
        return new Fault(Fault.Kind.SIGNED_OUT, fault.words(), fault);
      }
      case 1, 2 -> {
        return new Fault(Fault.Kind.UNREACHABLE, fault.words(), fault);
      }
      case 100 -> {
        return error.path("error_subcode").asInt() == 33
            ? new Fault(Fault.Kind.MISSING, fault.words(), fault)
            : fault;
      }
      default -> {
        return code == 10 || code / 100 == 2
            ? new Fault(Fault.Kind.FORBIDDEN, fault.words(), fault)
            : fault;
      }
    }
  }

  private static JsonNode error(Fault fault) {
    try {
      return fault.kind() == Fault.Kind.BROKEN
          ? Json.MAPPER.missingNode()
          : Json.MAPPER.readTree(fault.body()).path("error");
    } catch (IOException | StackOverflowError e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static String proof(Opened opened, String token) {
    return Signatures.hex(appSecret(opened), token.getBytes(StandardCharsets.UTF_8));
  }

  static String appSecret(Opened opened) {
    String secret = String.valueOf(opened.secret());
    int colon = secret.indexOf(':');
    return colon < 0 ? secret : secret.substring(0, colon);
  }
}
