package dev.frontline.local.place;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that holds all that this machine's Frontline keeps; {@code .frontline} beside the
 * program unless {@code FRONTLINE_HOME} names another.
 */
public record Home(Path directory) {

  public static Home of(Path root, Map<String, String> environment) {
    String named = environment.get("FRONTLINE_HOME");
    return new Home(
        named == null || named.isBlank()
            ? root.resolve(".frontline")
            : Path.of(named).toAbsolutePath().normalize());
  }

  /** What a backup saves and a reset empties. */
  public Path data() {
    return directory.resolve("data");
  }

  /** Broker's and store's folder. */
  public Path stack() {
    return data().resolve("stack");
  }

  public Path secrets() {
    return directory.resolve("secrets");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  /** The log file of a part, or of the supervisor. */
  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /**
   * What a JVM leaves that crashes, beside the logs.
   *
   * @param pid its process id, or {@code %p} for the JVM to put its own
   */
  public Path crashReport(String pid) {
    return logs().resolve("hs_err_pid" + pid + ".log");
  }

  /** What only matters while the stack runs. */
  public Path run() {
    return directory.resolve("run");
  }
}
