package dev.frontline.local.demo;

import dev.frontline.contracts.Required;
import dev.frontline.local.place.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demo's settings, all from the environment that {@code frontline up} hands down.
 *
 * @param port of the demo network, on the loopback
 * @param publicUrl under which browsers reach it
 * @param home where the supervisor says which processes run
 * @param passwords of the company's people by id; empty where they are kept elsewhere
 * @param play whether the story is played, or only the network is there
 */
record DemoSettings(
    int port,
    String publicUrl,
    URI ingest,
    URI classify,
    URI routing,
    URI dashboard,
    String serviceKey,
    Path config,
    Path data,
    Home home,
    Map<String, String> passwords,
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
        uri(environment.get("FRONTLINE_DASHBOARD_URL"), 8080),
        Required.text("FRONTLINE_SERVICE_KEY", environment.get("FRONTLINE_SERVICE_KEY")),
        Path.of(environment.getOrDefault("FRONTLINE_CONFIG", "frontline.yaml")),
        Path.of(environment.getOrDefault("FRONTLINE_DATA", ".frontline")).resolve("demo"),
        Home.of(Path.of(""), environment),
        passwords(environment.get("FRONTLINE_PASSWORDS")),
        !"false".equals(environment.get("FRONTLINE_DEMO")));
  }

  /** Lines of {@code user password}, as the dashboard reads them. */
  private static Map<String, String> passwords(@Nullable String file) {
    Map<String, String> passwords = new HashMap<>();
    if (file == null || file.isBlank() || Files.notExists(Path.of(file))) {
      return passwords;
    }
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] parts = line.strip().split("\\s+", 2);
        if (parts.length == 2 && !parts[0].startsWith("#")) {
          passwords.put(parts[0], parts[1]);
        }
      }
      return passwords;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI uri(@Nullable String value, int port) {
    return URI.create(value == null || value.isBlank() ? "http://127.0.0.1:" + port : value);
  }
}
