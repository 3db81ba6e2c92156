package dev.frontline.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Fault;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a network.
 *
 * @param headers by lower-case name
 * @param query the address's parameters
 * @param body the raw bytes, which signatures are made over
 */
public record Delivery(Map<String, String> headers, Map<String, String> query, byte[] body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
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
      // Told below, as an empty body is.
    }
    throw Fault.broken("the body is not JSON", body);
  }
}
