package dev.frontline.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event's JSON Schema from its record. Required is what a writer always writes: all that
 * is not marked nullable. Further fields are allowed, since a newer writer may add them.
 */
final class Schemas {

  private static final SchemaGenerator GENERATOR = generator();

  private Schemas() {}

  static JsonNode of(EventType<?> type) {
    ObjectNode schema = GENERATOR.generateSchema(type.record());
    ObjectNode named = schema.objectNode();
    named.set("$schema", schema.get("$schema"));
    named.put("$id", "urn:frontline:event:" + type.name());
    named.put("title", type.name());
    schema.remove("$schema");
    named.setAll(schema);
    return named;
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    config.forFields().withRequiredCheck(Schemas::alwaysWritten);
    return new SchemaGenerator(config.build());
  }

  private static boolean alwaysWritten(FieldScope scope) {
    Field field = scope.getRawMember();
    return field != null && !field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
