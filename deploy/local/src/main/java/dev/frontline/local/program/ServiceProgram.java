package dev.frontline.local.program;

import dev.frontline.local.place.Installation;
import dev.frontline.local.place.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a service's own classes, run in a JVM of its own with our input and output.
 *
 * @param part whose classes they are
 * @param main the program's class
 */
public record ServiceProgram(Part part, String main) {

  /** Runs it to its end; its exit code. */
  public int run(List<String> arguments) throws IOException, InterruptedException {
    Installation installation = Installation.here();
    installation.runnable(part);
    List<String> command =
        new ArrayList<>(
            List.of(
                Installation.java(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                installation.serviceClasspath(part),
                main));
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
