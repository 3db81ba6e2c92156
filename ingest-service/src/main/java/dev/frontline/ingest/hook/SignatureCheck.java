package dev.frontline.ingest.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body} with the secret after {@code
 * whsec_}; any of several signatures may fit; five minutes of tolerance either way.
 */
public final class SignatureCheck {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";
  private static final String BEARER = "Bearer ";
  private static final int SHORTEST_KEY = 16;
  private static final String VERSION = "v1,";

  private final byte[] key;

  /**
   * @param secret {@code whsec_} + base64
   * @throws IllegalArgumentException where it is not, in words that do not repeat it
   */
  public SignatureCheck(String secret) {
    this.key = secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : new byte[0];
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "must be 'whsec_' followed by base64 of at least " + SHORTEST_KEY + " bytes");
    }
  }

  /** Whether the sender knows the secret and spoke just now. */
  public boolean holds(
      @Nullable String id,
      @Nullable String timestamp,
      @Nullable String signatures,
      byte[] body,
      Instant now) {
    if (id == null || timestamp == null || signatures == null) {
      return false;
    }
    Instant sent;
    try {
      sent = Instant.ofEpochSecond(Long.parseLong(timestamp.trim()));
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    byte[] expected = sign(id + "." + timestamp.trim() + ".", body);
    boolean fits = false;
    for (String signature : signatures.split(" ")) {
      if (signature.startsWith(VERSION)) {
        fits |= MessageDigest.isEqual(expected, decoded(signature.substring(VERSION.length())));
      }
    }
    return fits;
  }

  /** Whether it is {@code Bearer} and the secret as it stands in the environment. */
  public boolean shown(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    String word = authorization.substring(BEARER.length()).strip();
    return word.startsWith(PREFIX)
        && MessageDigest.isEqual(key, decoded(word.substring(PREFIX.length())));
  }

  private byte[] sign(String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
