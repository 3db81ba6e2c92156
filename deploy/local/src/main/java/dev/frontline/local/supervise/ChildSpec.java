package dev.frontline.local.supervise;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to keep alive.
 *
 * @param name as people know it
 * @param command program and arguments
 * @param environment what it gets beside this process's own environment
 * @param log where its output is appended
 * @param probe how to see that it is ready
 */
public record ChildSpec(
    String name, List<String> command, Map<String, String> environment, Path log, Probe probe) {

  public ChildSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
