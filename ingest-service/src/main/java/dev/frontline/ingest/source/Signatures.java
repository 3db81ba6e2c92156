package dev.frontline.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of networks that call, compared in constant time. */
public final class Signatures {

  private static final Map<String, String> HASHES =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

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

  /** As {@link #holds}, by whichever of SHA-1, 256, 384 and 512 the header names (WebSub). */
  public static boolean holdsAny(Optional<String> header, String secret, byte[] body) {
    String[] parts = header.orElse("").toLowerCase(Locale.ROOT).split("=", 2);
    String algorithm = HASHES.get(parts[0]);
    return parts.length == 2 && algorithm != null && same(parts[1], hex(algorithm, secret, body));
  }

  /** Hex of HMAC-SHA256. */
  public static String hex(String secret, byte[] body) {
    return hex("HmacSHA256", secret, body);
  }

  private static String hex(String algorithm, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** Equality that takes as long for wrong texts as for right ones. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
