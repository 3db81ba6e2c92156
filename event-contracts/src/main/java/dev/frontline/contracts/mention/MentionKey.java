package dev.frontline.contracts.mention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The short form of a mention's id for REST paths and page ids, where slashes and colons hurt:
 * {@code network-} + the first 22 characters of base64url(SHA-256(id)).
 */
public final class MentionKey {

  private static final int HASH_LENGTH = 22;

  private MentionKey() {}

  /**
   * @param id a mention id, {@code network:native}
   * @throws IllegalArgumentException where the id names no network
   */
  public static String of(String id) {
    int colon = id.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("id must be 'network:' followed by the native id");
    }
    return id.substring(0, colon) + "-" + hash(id);
  }

  /**
   * The 22-character base64url SHA-256 prefix of any text; wide enough (132 bits) not to collide.
   */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest)
          .substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
