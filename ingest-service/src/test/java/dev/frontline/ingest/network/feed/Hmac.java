package dev.frontline.ingest.network.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as a hub does, written apart from what checks it. */
final class Hmac {

  private Hmac() {}

  static String hex(String algorithm, String secret, byte[] body) {
    String name = "Hmac" + algorithm.toUpperCase(Locale.ROOT);
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
