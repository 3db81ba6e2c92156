package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickInstantTest {

  private static final ObjectMapper GENERAL =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-11-25T18:31:18Z\"",
        "\"2026-11-25T18:31:18.120Z\"",
        "\"2026-11-25T18:31:18.123456789Z\"",
        "\"2026-11-25T18:31:18+02:00\"",
        "\"1969-07-20T20:17:40Z\"",
        "\"0000-01-01T00:00:00Z\"",
        "\"+12026-11-25T18:31:18Z\"",
        "\"2026-12-31T23:59:60Z\"",
        "\"2026-11-25T18:31Z\"",
        "1764095478",
        "1764095478.5",
        "\"1764095478\""
      })
  void reads_what_the_general_reader_reads(String json) throws Exception {
    assertThat(read(Json.MAPPER, json)).isEqualTo(read(GENERAL, json));
  }

  @Test
  void refuses_what_is_no_instant() {
    assertThatThrownBy(() -> Json.MAPPER.readValue("\"yesterday\"", Instant.class))
        .isInstanceOf(InvalidFormatException.class);
  }

  private static String read(ObjectMapper mapper, String json) throws Exception {
    try {
      return mapper.readValue(json, Instant.class).toString();
    } catch (InvalidFormatException e) {
      return "refused";
    }
  }
}
