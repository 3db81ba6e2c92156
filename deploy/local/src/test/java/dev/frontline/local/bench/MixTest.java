package dev.frontline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MixTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void theSameSeedGivesTheSamePosts() {
    assertThat(Mix.standard(200, 7, "Acme", "r", NOON))
        .isEqualTo(Mix.standard(200, 7, "Acme", "r", NOON))
        .isNotEqualTo(Mix.standard(200, 8, "Acme", "r", NOON));
  }

  @Test
  void theStandardMixHoldsItsShares() throws JsonProcessingException {
    List<String> lines = Mix.standard(10_000, 7, "Acme", "r", NOON);

    int repeats = 0;
    int addressed = 0;
    for (String line : lines) {
      JsonNode post = Json.MAPPER.readTree(line);
      if (post.has("repostOf")) {
        repeats++;
      } else if (post.get("text").asText().startsWith("@Acme")) {
        addressed++;
      }
    }

    assertThat(repeats / 10_000.0).isEqualTo(0.15, Offset.offset(0.02));
    assertThat(addressed / 10_000.0).isEqualTo(0.30, Offset.offset(0.02));
  }
}
