package dev.frontline.local.stack;

import dev.frontline.local.broker.BrokerSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start and where.
 *
 * @param directory the folder that holds {@code kafka/} and {@code store/}
 * @param broker null for no broker
 * @param storePort null for no store, 0 for any free port
 * @param endsWithInput stop when standard input closes
 */
public record StackArguments(
    Path directory,
    @Nullable BrokerSettings broker,
    @Nullable Integer storePort,
    boolean endsWithInput) {

  /**
   * Reads {@code --dir DIR [--kafka PORT,CONTROLLER_PORT] [--store PORT] [--until input-closes]}.
   *
   * @throws IllegalArgumentException naming what is missing or not understood
   */
  public static StackArguments parse(String... args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length || !args[i].startsWith("--")) {
        throw new IllegalArgumentException(
            "not understood: " + args[i] + " (allowed: --dir DIR --kafka PORT,PORT --store PORT)");
      }
      given.put(args[i].substring(2), args[i + 1]);
    }
    String dir = given.get("dir");
    if (dir == null) {
      throw new IllegalArgumentException("--dir DIR is required");
    }
    Path directory = Path.of(dir).toAbsolutePath();
    String store = given.get("store");
    return new StackArguments(
        directory,
        broker(directory, given.get("kafka")),
        store == null ? null : Integer.valueOf(store),
        "input-closes".equals(given.get("until")));
  }

  private static @Nullable BrokerSettings broker(Path directory, @Nullable String ports) {
    if (ports == null) {
      return null;
    }
    String[] both = ports.split(",");
    if (both.length != 2) {
      throw new IllegalArgumentException("--kafka takes PORT,CONTROLLER_PORT, not " + ports);
    }
    return new BrokerSettings(
        directory.resolve("kafka"), Integer.parseInt(both[0]), Integer.parseInt(both[1]));
  }
}
