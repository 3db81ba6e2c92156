package dev.frontline.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of networks that call, compared in constant time. */
public final class Signatures {

  private Signatures() {}

  /**
   * Whether the header is {@code sha256=} and the hex of HMAC-SHA256 over the body.
   *
   * @param header as it came; empty where none did
   */
  public static boolean holds(Optional<String> header, String secret, byte[] body) {
    if (header.isEmpty() || !header.get().toLowerCase(Locale.ROOT).startsWith("sha256=")) {
      return false;
    }
    return same(
        header.get().substring("sha256=".length()).toLowerCase(Locale.ROOT), hex(secret, body));
  }

  /** Hex of HMAC-SHA256. */
  public static String hex(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** Equality that takes as long for wrong texts as for right ones. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
