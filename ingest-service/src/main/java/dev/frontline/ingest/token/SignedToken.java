package dev.frontline.ingest.token;

import dev.frontline.ingest.fetch.Fault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** A JSON Web Token (RFC 7519) signed with a private key of ours. */
public final class SignedToken {

  private final PrivateKey key;
  private final String algorithm;
  private final Map<String, String> headers;

  private SignedToken(PrivateKey key, String algorithm, Map<String, String> headers) {
    this.key = key;
    this.algorithm = algorithm;
    this.headers = Map.copyOf(headers);
  }

  /**
   * @param pem a PKCS #8 key: RSA for RS256, P-256 for ES256
   * @param headers besides {@code alg}, such as {@code kid}
   * @throws Fault of kind SIGNED_OUT where it is none
   */
  public static SignedToken by(String pem, String algorithm, Map<String, String> headers)
      throws Fault {
    String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s|\\\\n", "");
    try {
      PrivateKey key =
          KeyFactory.getInstance(algorithm.startsWith("ES") ? "EC" : "RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
      return new SignedToken(key, algorithm, headers);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Fault(Fault.Kind.SIGNED_OUT, "its secret holds no private key", e);
    }
  }

  /** The token with these claims, good from {@code now} until {@code until}. */
  public String of(Map<String, String> claims, Instant now, Instant until) throws Fault {
    JwtClaims all = new JwtClaims();
    claims.forEach(all::setStringClaim);
    all.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    all.setExpirationTime(NumericDate.fromSeconds(until.getEpochSecond()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(all.toJson());
    signature.setAlgorithmHeaderValue(algorithm);
    headers.forEach(signature::setHeader);
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new Fault(Fault.Kind.SIGNED_OUT, "its private key does not fit " + algorithm, e);
    }
  }
}
