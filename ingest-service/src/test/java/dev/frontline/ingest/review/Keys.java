package dev.frontline.ingest.review;

import dev.frontline.contracts.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Private keys as networks hand them out. */
public final class Keys {

  private static final String RSA = pem("RSA", 2048);

  private Keys() {}

  /** A PKCS #8 key. */
  public static String pem(String algorithm, int size) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm);
      keys.initialize(size);
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
          + "\n-----END PRIVATE KEY-----";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A Google service account whose tokens come from there. */
  public static String serviceAccount(String tokens) {
    return Json.MAPPER
        .createObjectNode()
        .put("type", "service_account")
        .put("private_key_id", "k1")
        .put("private_key", RSA)
        .put("client_email", "robot@acme")
        .put("token_uri", tokens)
        .toString();
  }
}
