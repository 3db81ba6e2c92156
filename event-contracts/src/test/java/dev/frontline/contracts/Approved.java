package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that say what was agreed. They change only on purpose: {@code mvn -pl event-contracts test
 * -Dfrontline.approve=true} writes them anew, and the difference is reviewed with the change that
 * made it necessary.
 */
record Approved(Path folder) {

  private static final ObjectMapper PRETTY =
      Json.MAPPER
          .copy()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final boolean RENEWING = Boolean.getBoolean("frontline.approve");

  static final Approved SCHEMAS = new Approved(Path.of("src/main/resources/schemas"));
  static final Approved SAMPLES = new Approved(Path.of("src/test/resources/approved"));

  static Stream<EventType<?>> types() {
    return EventFamily.ALL.stream().flatMap(family -> family.types().stream());
  }

  /** The file's JSON; while files are renewed, a test whose file is not there yet is skipped. */
  JsonNode read(String name) throws IOException {
    assumeTrue(!RENEWING || Files.exists(file(name)));
    return Json.MAPPER.readTree(Files.readString(file(name)));
  }

  /** Fails where the file says something else; writes it instead where that was asked for. */
  void agree(String name, JsonNode today) throws IOException {
    if (RENEWING) {
      Files.createDirectories(folder);
      Object sorted = PRETTY.treeToValue(today, Object.class);
      Files.writeString(file(name), PRETTY.writeValueAsString(sorted) + "\n");
    } else if (!Files.exists(file(name)) || !read(name).equals(today)) {
      fail(
          "%s is stale. If the change is meant and does not break readers, renew it with `mvn -pl"
              + " event-contracts test -Dfrontline.approve=true` and review the difference; a"
              + " breaking change is a new type name with a higher version.%nToday: %s",
          file(name), PRETTY.writeValueAsString(today));
    }
  }

  /** Names of the files that are there. */
  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString().replace(".json", "")).sorted().toList();
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
