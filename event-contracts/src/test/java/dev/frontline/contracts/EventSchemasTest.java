package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

  static Stream<EventType<?>> types() {
    return Approved.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void theCommittedSchemaSaysWhatTheRecordSays(EventType<?> type) throws IOException {
    Approved.SCHEMAS.agree(type.name(), Json.MAPPER.readTree(Schemas.of(type).toString()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void theApprovedSampleMeetsTheSchema(EventType<?> type) throws IOException {
    JsonSchema schema = schema(type);

    assertThat(schema.validate(Approved.SAMPLES.read(type.name()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void anEventWithoutAnyFieldMeetsNoSchema(EventType<?> type) throws IOException {
    assertThat(schema(type).validate(Json.MAPPER.createObjectNode())).isNotEmpty();
  }

  @Test
  void thereIsNoSchemaWithoutAnEvent() throws IOException {
    assertThat(Approved.SCHEMAS.names())
        .containsExactlyElementsOf(types().map(EventType::name).sorted().toList());
  }

  private static JsonSchema schema(EventType<?> type) throws IOException {
    JsonNode text = Approved.SCHEMAS.read(type.name());
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }
}
