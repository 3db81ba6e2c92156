package dev.frontline.ingest.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A Google account as Google's own files write it: {@code service_account} (a key, exchanged by RFC
 * 7523) or {@code authorized_user} (a refresh token). The file's whole content is the secret.
 */
public final class GoogleAccount implements AccessTokens.Grant {

  private static final String TOKENS = "https://oauth2.googleapis.com/token";
  private static final Duration ASSERTION = Duration.ofMinutes(55);

  private final JsonNode file;
  private final String scope;
  private final Instant now;

  private GoogleAccount(JsonNode file, String scope, Instant now) {
    this.file = file;
    this.scope = scope;
    this.now = now;
  }

  /** Whether the secret is such a file, rather than a key. */
  public static boolean is(String secret) {
    return secret.stripLeading().startsWith("{");
  }

  /**
   * @throws Fault of kind SIGNED_OUT where the secret is no such file
   */
  public static GoogleAccount in(Opened opened, String scope) throws Fault {
    return in(opened.needSecret(), scope, opened.now());
  }

  static GoogleAccount in(String secret, String scope, Instant now) throws Fault {
    try {
      JsonNode file = Json.MAPPER.readTree(secret);
      if (file != null && file.isObject()) {
        return new GoogleAccount(file, scope, now);
      }
    } catch (JsonProcessingException e) {
      // Told below; the words of the parser would hold a part of the secret.
    }
    throw new Fault(Fault.Kind.SIGNED_OUT, "its secret is not the content of a Google key file");
  }

  @Override
  public Ask ask() throws Fault {
    URI server = server();
    if (Nodes.textOr(file, "/type", "").equals("authorized_user")) {
      return AccessTokens.form(
          server,
          Map.of(
              "grant_type", "refresh_token",
              "client_id", Nodes.textOr(file, "/client_id", ""),
              "client_secret", Nodes.textOr(file, "/client_secret", ""),
              "refresh_token", Nodes.textOr(file, "/refresh_token", "")));
    }
    String assertion =
        SignedToken.by(
                Nodes.textOr(file, "/private_key", ""),
                "RS256",
                Map.of("typ", "JWT", "kid", Nodes.textOr(file, "/private_key_id", "")))
            .of(
                Map.of(
                    "iss", Nodes.textOr(file, "/client_email", ""),
                    "scope", scope,
                    "aud", server.toString()),
                now,
                now.plus(ASSERTION));
    return AccessTokens.form(
        server,
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
  }

  private URI server() throws Fault {
    try {
      return URI.create(Nodes.textOr(file, "/token_uri", TOKENS));
    } catch (IllegalArgumentException e) {
      throw new Fault(Fault.Kind.SIGNED_OUT, "the token_uri in its secret is no address", e);
    }
  }
}
