package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovedSamplesTest {

  static Stream<EventType<?>> types() {
    return Approved.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void todaysEventIsWrittenAsApproved(EventType<?> type) throws IOException {
    Approved.SAMPLES.agree(type.name(), written(sample(type)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void todaysTypesReadWhatWasApproved(EventType<?> type) throws IOException {
    JsonNode approved = Approved.SAMPLES.read(type.name());

    assertThat((Object) Json.MAPPER.treeToValue(approved, type.record())).isEqualTo(sample(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void fieldsThatANewerWriterAddsAreIgnoredWhereverTheyStand(EventType<?> type) throws IOException {
    JsonNode newer = Approved.SAMPLES.read(type.name());
    addLaterFields(newer, false);

    assertThat((Object) Json.MAPPER.treeToValue(newer, type.record())).isEqualTo(sample(type));
  }

  @Test
  void thereIsNoSampleWithoutAnEvent() throws IOException {
    assertThat(Approved.SAMPLES.names())
        .containsExactlyElementsOf(types().map(EventType::name).sorted().toList());
  }

  @Test
  void everyEventOfATopicIsDeclaredWithAStableVersionedName() {
    for (EventFamily<?> family : EventFamily.ALL) {
      List<Class<?>> declared =
          List.copyOf(family.types().stream().map(EventType::record).toList());

      assertThat(declared).containsExactlyInAnyOrder(family.root().getPermittedSubclasses());
    }
    assertThat(types().map(EventType::name))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(\\.[a-z-]+)+\\.v[1-9][0-9]*"));
  }

  private static Object sample(EventType<?> type) {
    return Required.value("a sample of " + type.name(), Samples.ALL.get(type.record()));
  }

  private static JsonNode written(Object event) throws IOException {
    return Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(event));
  }

  /** Adds a field to every object but maps, whose keys are data. */
  private static void addLaterFields(JsonNode node, boolean map) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      addLaterFields(
          field.getValue(),
          List.of("labels", "before", "counts", "usual").contains(field.getKey()));
    }
    if (node.isArray()) {
      node.forEach(item -> addLaterFields(item, false));
    }
    if (node instanceof ObjectNode object && !map) {
      object.putObject("addedLater").put("by", "a newer writer");
    }
  }
}
