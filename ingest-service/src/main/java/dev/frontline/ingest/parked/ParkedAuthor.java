package dev.frontline.ingest.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.util.Optional;

/** Who wrote a body that could not be taken as a post, so that erasure finds it. */
final class ParkedAuthor {

  private ParkedAuthor() {}

  /** The author's id on its network; empty where the body does not say it legibly. */
  static Optional<String> of(String raw) {
    try {
      JsonNode root = Json.MAPPER.readTree(raw);
      JsonNode post = root.path("data").isObject() ? root.path("data") : root;
      JsonNode id = post.path("author").path("id");
      return id.isTextual() && !id.textValue().isBlank()
          ? Optional.of(id.textValue())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
