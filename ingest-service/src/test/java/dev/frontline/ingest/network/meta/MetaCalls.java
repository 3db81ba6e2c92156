package dev.frontline.ingest.network.meta;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls of the network as it signs them, and answers that it is asked to take. */
final class MetaCalls {

  static final String SECRET = "app-secret";

  private MetaCalls() {}

  static Delivery signed(String body) {
    byte[] bytes = bytes(body);
    return new Delivery(
        Map.of("x-hub-signature-256", "sha256=" + Signatures.hex(SECRET, bytes)), Map.of(), bytes);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static ReplyRequested reply(String mentionId) {
    return new ReplyRequested(
        "r-1",
        "case-1",
        mentionId,
        mentionId.substring(0, mentionId.indexOf(':')),
        "rigged",
        mentionId,
        "so sorry",
        null,
        "ana",
        Rig.NOON);
  }
}
