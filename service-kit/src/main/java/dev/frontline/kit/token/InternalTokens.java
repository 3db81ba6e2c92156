package dev.frontline.kit.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Issues and verifies the JSON Web Token (RFC 7519, HS256) that services show each other; it is
 * good for 60 seconds.
 */
public final class InternalTokens {

  static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final int LEAST_KEY_BYTES = 32;
  private static final String ISSUER = "frontline";

  private final HmacKey key;
  private final Clock clock;

  /**
   * @param key the shared secret, at least 32 bytes
   * @throws IllegalArgumentException where the key is shorter
   */
  public InternalTokens(String key, Clock clock) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("FRONTLINE_SERVICE_KEY must have at least 32 bytes");
    }
    this.key = new HmacKey(bytes);
    this.clock = clock;
  }

  public String issue(Caller caller) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject(caller.user());
    claims.setExpirationTime(
        NumericDate.fromMilliseconds(clock.instant().plus(LIFETIME).toEpochMilli()));
    claims.setStringListClaim("roles", List.copyOf(caller.roles()));
    claims.setStringListClaim("departments", List.copyOf(caller.departments()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("HS256 is always there", e);
    }
  }

  /** Who is asking; empty where the token is forged, old or no token at all. */
  public Optional<Caller> verify(String token) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setExpectedIssuer(ISSUER)
              .setRequireExpirationTime()
              .setRequireSubject()
              .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
              .setVerificationKey(key)
              .setJwsAlgorithmConstraints(
                  AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
              .build()
              .processToClaims(token);
      return Optional.of(
          new Caller(
              claims.getSubject(),
              Set.copyOf(claims.getStringListClaimValue("roles")),
              Set.copyOf(claims.getStringListClaimValue("departments"))));
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }
}
