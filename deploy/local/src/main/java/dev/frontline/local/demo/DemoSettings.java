package dev.frontline.local.demo;

import dev.frontline.contracts.Required;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demo's settings, all from the environment that {@code frontline up} hands down.
 *
 * @param port of the demo network, on the loopback
 * @param publicUrl under which browsers reach it
 * @param play whether the story is played, or only the network is there
 */
record DemoSettings(
    int port,
    String publicUrl,
    URI ingest,
    URI classify,
    URI routing,
    String serviceKey,
    Path config,
    Path data,
    boolean play) {

  /**
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static DemoSettings from(Map<String, String> environment) {
    int port = Integer.parseInt(environment.getOrDefault("FRONTLINE_DEMO_PORT", "8084"));
    return new DemoSettings(
        port,
        environment.getOrDefault("FRONTLINE_DEMO_URL", "http://127.0.0.1:" + port),
        uri(environment.get("FRONTLINE_INGEST_URL"), 8081),
        uri(environment.get("FRONTLINE_CLASSIFY_URL"), 8082),
        uri(environment.get("FRONTLINE_ROUTING_URL"), 8083),
        Required.text("FRONTLINE_SERVICE_KEY", environment.get("FRONTLINE_SERVICE_KEY")),
        Path.of(environment.getOrDefault("FRONTLINE_CONFIG", "frontline.yaml")),
        Path.of(environment.getOrDefault("FRONTLINE_DATA", ".frontline")).resolve("demo"),
        !"false".equals(environment.get("FRONTLINE_DEMO")));
  }

  private static URI uri(@Nullable String value, int port) {
    return URI.create(value == null || value.isBlank() ? "http://127.0.0.1:" + port : value);
  }
}
