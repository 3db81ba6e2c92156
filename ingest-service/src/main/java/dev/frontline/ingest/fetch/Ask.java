package dev.frontline.ingest.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param body null where there is none
 * @param units of the credential's limit that it uses up
 */
public record Ask(
    String method, URI address, Map<String, String> headers, byte @Nullable [] body, int units) {

  public static Ask get(URI address) {
    return new Ask("GET", address, Map.of(), null, 1);
  }

  /** A GET with its query; parameters without a value are left out. */
  public static Ask get(URI address, Map<String, String> query) {
    return get(with(address, query));
  }

  public static Ask send(String method, URI address, String contentType, byte[] body) {
    return new Ask(method, address, Map.of("Content-Type", contentType), body, 1);
  }

  /** A POST of JSON. */
  public static Ask json(URI address, byte[] body) {
    return send("POST", address, "application/json", body);
  }

  /** With one more header; none where there is no value. */
  public Ask header(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ask(method, address, more, body, units);
  }

  /** Where its network counts some requests for more, or for less, than one. */
  public Ask units(int used) {
    return new Ask(method, address, headers, body, used);
  }

  /** With a bearer token; none where there is none. */
  public Ask bearer(@Nullable String token) {
    return header("Authorization", token == null ? null : "Bearer " + token);
  }

  /** An address with its query. */
  public static URI with(URI address, Map<String, String> query) {
    StringBuilder out = new StringBuilder(address.toString());
    char joint = address.getRawQuery() == null ? '?' : '&';
    for (Map.Entry<String, String> one : query.entrySet()) {
      if (!one.getValue().isEmpty()) {
        out.append(joint).append(encode(one.getKey())).append('=').append(encode(one.getValue()));
        joint = '&';
      }
    }
    return URI.create(out.toString());
  }

  /** As one segment of a path or a value of a query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
