package dev.frontline.dashboard.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under a key of its own for each purpose, derived from the service key, so that what
 * is signed for one never passes for another.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Signature(String serviceKey, String purpose) {
    this.key =
        new SecretKeySpec(
            mac(new SecretKeySpec(bytes(serviceKey), ALGORITHM), "dashboard/" + purpose),
            ALGORITHM);
  }

  /** base64url without padding, 43 characters. */
  String of(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
  }

  /** Compares in constant time. */
  boolean holds(String text, String signature) {
    return MessageDigest.isEqual(bytes(of(text)), bytes(signature));
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
