package dev.frontline.ingest.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a server said: 2xx, or 304 to a conditional request.
 *
 * @param address where it was said, after redirects
 */
public record Answer(int status, HttpHeaders headers, byte[] body, URI address) {

  /** Nothing changed since the cursor. */
  public boolean unchanged() {
    return status == 304;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * @throws Fault of kind BROKEN where the body is no JSON
   */
  public JsonNode json() throws Fault {
    try {
      JsonNode node = Json.MAPPER.readTree(body);
      if (node != null && !node.isMissingNode()) {
        return node;
      }
    } catch (IOException | StackOverflowError e) {
      // Told below, as an answer without a body is.
    }
    throw Fault.broken("its answer is not JSON, or only a part of it", body);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The address of a page as RFC 8288 writes it: {@code Link: <…>; rel="next"}. */
  public Optional<URI> link(String rel) {
    for (String value : headers.allValues("link")) {
      for (String one : value.split(",\\s*(?=<)")) {
        int end = one.indexOf('>');
        if (one.startsWith("<") && end > 1 && one.contains("rel=\"" + rel + "\"")) {
          try {
            return Optional.of(address.resolve(one.substring(1, end)));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }
}
