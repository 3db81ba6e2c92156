package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave (RFC 6749, 5.1).
 *
 * @param values {@code access}, and {@code refresh} where there is one
 * @param scopes that were granted; empty where it does not say
 * @param expiresAt when a person has to agree again: the refresh token's end, where there is none
 *     the token's own; null never, or not known
 */
record Granted(Map<String, String> values, List<String> scopes, @Nullable Instant expiresAt) {

  Granted {
    values = Map.copyOf(values);
    scopes = List.copyOf(scopes);
  }

  /**
   * @throws Fault where it holds no token
   */
  static Granted of(JsonNode told, Instant now) throws Fault {
    String access = told.path("access_token").asText("");
    if (access.isEmpty()) {
      throw new Fault(Fault.Kind.REFUSED, "the network gave no token");
    }
    Map<String, String> values = new HashMap<>();
    values.put("access", access);
    String refresh = told.path("refresh_token").asText("");
    if (!refresh.isEmpty()) {
      values.put("refresh", refresh);
    }
    String seconds = refresh.isEmpty() ? "expires_in" : "refresh_token_expires_in";
    long left = told.path(seconds).asLong(0);
    return new Granted(
        values, scopes(told.path("scope").asText("")), left > 0 ? now.plusSeconds(left) : null);
  }

  /** Scopes as networks write them: with spaces or commas between. */
  static List<String> scopes(String text) {
    return Arrays.stream(text.split("[\\s,]+")).filter(s -> !s.isEmpty()).toList();
  }

  /** Without the tokens: this may end up in a log. */
  @Override
  public String toString() {
    return "Granted[" + scopes + "]";
  }
}
