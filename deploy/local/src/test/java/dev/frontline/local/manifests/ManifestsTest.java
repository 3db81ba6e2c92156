package dev.frontline.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.frontline.kit.company.CompanyFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/compose} and {@code deploy/kubernetes} say can be read and is whole. */
class ManifestsTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path COMPOSE = Path.of("../compose");
  private static final Path KUBERNETES = Path.of("../kubernetes");
  private static final List<String> SERVICES =
      List.of("classify", "dashboard", "ingest", "routing");

  @TempDir Path directory;

  @Test
  void composeRunsTheFourServicesWithKafkaMongoAndTheTopics() throws IOException {
    JsonNode services = YAML.readTree(COMPOSE.resolve("compose.yaml").toFile()).path("services");

    assertThat(services.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "kafka", "mongo", "topics", "ingest", "classify", "routing", "dashboard");
    for (String service : SERVICES) {
      JsonNode build = services.path(service).path("build");
      assertThat(build.path("args").path("SERVICE").asText()).isEqualTo(service);
      assertThat(
              COMPOSE
                  .resolve(build.path("context").asText())
                  .resolve(build.path("dockerfile").asText()))
          .exists();
    }
  }

  @Test
  void everyKubernetesFileIsYamlAndEveryOneIsNamedInTheKustomization() throws IOException {
    String kustomization = Files.readString(KUBERNETES.resolve("kustomization.yaml"));
    try (Stream<Path> files = Files.list(KUBERNETES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        assertThat(documents(file)).as(file.toString()).isNotEmpty();
        String name = file.getFileName().toString();
        assertThat(kustomization)
            .satisfiesAnyOf(
                text -> assertThat(text).contains(name),
                text -> assertThat(name).isEqualTo("kustomization.yaml"));
      }
    }
  }

  @Test
  void everyFileThatTheKustomizationNamesIsThere() throws IOException {
    JsonNode kustomization = YAML.readTree(KUBERNETES.resolve("kustomization.yaml").toFile());
    List<String> named = new ArrayList<>();
    kustomization.path("resources").forEach(file -> named.add(file.asText()));
    kustomization.path("patches").forEach(patch -> named.add(patch.path("path").asText()));
    kustomization
        .path("configMapGenerator")
        .forEach(map -> map.path("files").forEach(file -> named.add(file.asText())));

    assertThat(named).hasSizeGreaterThan(8);
    assertThat(named).allSatisfy(file -> assertThat(KUBERNETES.resolve(file)).exists());
  }

  @Test
  void theCompanyThatShipsWithKubernetesIsAValidOne() {
    assertThat(CompanyFile.read(KUBERNETES.resolve("frontline.yaml"), Map.of()).queues())
        .contains("customer-service", "triage");
  }

  @Test
  @Timeout(60)
  void kustomizeBuildsRestrictedPodsWithProbesAndLimits() throws Exception {
    Optional<Path> kubectl = kubectl();
    assumeTrue(kubectl.isPresent(), "skipped: no kubectl");
    Path built = directory.resolve("built.yaml");
    Process kustomize =
        new ProcessBuilder(kubectl.get().toString(), "kustomize", KUBERNETES.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(built.toFile())
            .start();
    assertThat(kustomize.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(kustomize.exitValue()).isZero();

    List<JsonNode> sets =
        documents(built).stream()
            .filter(d -> "StatefulSet".equals(d.path("kind").asText()))
            .toList();

    assertThat(sets)
        .extracting(s -> s.at("/metadata/name").asText())
        .containsExactlyElementsOf(SERVICES);
    for (JsonNode set : sets) {
      JsonNode pod = set.at("/spec/template/spec");
      JsonNode container = pod.at("/containers/0");
      assertThat(pod.path("containers")).hasSize(1);
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
          .isFalse();
      assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
      assertThat(container.at("/readinessProbe/httpGet/path").asText())
          .isEqualTo("/q/health/ready");
      assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
      assertThat(container.at("/resources/limits/memory").asText()).endsWith("Mi");
      assertThat(container.at("/envFrom/1/secretRef/name").asText()).isEqualTo("frontline-secrets");
    }
    assertThat(documents(built)).anyMatch(d -> "Job".equals(d.path("kind").asText()));
  }

  private static Optional<Path> kubectl() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "kubectl"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<JsonNode> documents(Path file) throws IOException {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
      return all.readAll();
    }
  }
}
