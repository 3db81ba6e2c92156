package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Opened;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request to a token endpoint (RFC 6749): a form, and the client in it or by HTTP Basic. */
final class TokenRequest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Ask ask;

  private TokenRequest(Ask ask) {
    this.ask = ask;
  }

  /** A code for a token (4.1.3), with the verifier of PKCE (RFC 7636) where the network has it. */
  static TokenRequest code(
      Access.Consent consent, Map<String, String> values, String code, String redirect) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    if (consent.pkce()) {
      form.put("code_verifier", values.getOrDefault("verifier", ""));
    }
    return to(consent, values, form);
  }

  /** A refresh token for a new pair (6). */
  static TokenRequest refresh(Access.Consent consent, Map<String, String> values) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", values.getOrDefault("refresh", ""));
    return to(consent, values, form);
  }

  JsonNode ask(Opened opened) throws Fault, InterruptedException {
    return opened.ask(ask).json();
  }

  private static TokenRequest to(
      Access.Consent consent, Map<String, String> values, Map<String, String> form) {
    String id = values.getOrDefault("clientId", "");
    String secret = values.getOrDefault("clientSecret", "");
    form.put("client_id", id);
    if (!consent.basic()) {
      form.put("client_secret", secret);
    }
    Ask ask = form(URI.create(Filling.address(consent.token(), values)), form);
    return new TokenRequest(
        consent.basic()
            ? ask.header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)))
            : ask);
  }

  static Ask form(URI address, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> Ask.encode(e.getKey()) + "=" + Ask.encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return Ask.send("POST", address, FORM, body.getBytes(StandardCharsets.UTF_8))
        .header("Accept", "application/json");
  }
}
